CREATE VIEW IF NOT EXISTS who_said_what AS
SELECT
    quotes.speaker,
    people.title,
    people.organization,
    quotes.text AS quote,
    quotes.kind,
    quotes.cue,
    length(quotes.text) AS characters,
    releases.issued,
    releases.issuer,
    releases.title AS release,
    releases.path,
    quotes.start,
    quotes.end,
    quotes.id AS quote_id,
    releases.id AS release_id
FROM quotes
JOIN releases ON releases.id = quotes.release
LEFT JOIN people ON people.id = quotes.speaker_id
ORDER BY releases.issued, releases.id, quotes.start;

-- A row for each date of each initiative. An open range ("2024/..") lasts to the year 9999.
CREATE VIEW IF NOT EXISTS initiative_timeline AS
SELECT
    initiative_dates.value AS date,
    initiatives.name AS initiative,
    initiatives.kind,
    initiatives.actor,
    initiatives.action,
    initiative_dates.earliest,
    initiative_dates.latest,
    CASE WHEN initiative_dates.value LIKE '../%' THEN 0
        ELSE CAST(substr(initiative_dates.earliest, 1, 4) AS INTEGER) END AS first_year,
    CASE WHEN initiative_dates.value LIKE '%/..' THEN 9999
        ELSE CAST(substr(initiative_dates.latest, 1, 4) AS INTEGER) END AS last_year,
    releases.issued,
    releases.issuer,
    releases.title AS release,
    releases.path,
    initiatives.id AS initiative_id,
    releases.id AS release_id
FROM initiative_dates
JOIN initiatives ON initiatives.id = initiative_dates.initiative
JOIN releases ON releases.id = initiative_dates.release
ORDER BY coalesce(initiative_dates.earliest, initiative_dates.latest, initiative_dates.value), releases.id;

-- People beside the initiatives that they act in: `how` is "actor" where the person is the initiative's actor, "member"
-- where the person's own body is (as it is for its minister), and "same bullet" where one outline node names both.
CREATE VIEW IF NOT EXISTS who_announced_what AS
SELECT DISTINCT
    people.name AS person,
    people.title,
    people.organization,
    initiatives.action,
    initiatives.name AS initiative,
    initiatives.kind,
    CASE initiatives.actor WHEN people.name THEN 'actor' WHEN people.organization THEN 'member'
        ELSE 'same bullet' END AS how,
    releases.issued,
    releases.issuer,
    releases.title AS release,
    releases.path,
    people.id AS person_id,
    initiatives.id AS initiative_id,
    releases.id AS release_id
FROM initiatives
JOIN releases ON releases.id = initiatives.release
JOIN people ON people.release = initiatives.release
WHERE initiatives.actor IN (people.name, people.organization)
OR EXISTS (
    SELECT 1 FROM initiative_mentions AS named
    JOIN person_mentions AS beside ON beside.node = named.node
    WHERE named.initiative = initiatives.id AND beside.person = people.id
)
ORDER BY releases.issued, releases.id, initiatives.id, people.id;
