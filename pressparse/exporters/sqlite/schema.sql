-- A release is known by the sha256 of its file; everything else hangs on it and goes with it.
-- Offsets (start, end) are half-open and count code points of the release's text.

CREATE TABLE IF NOT EXISTS releases (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    path TEXT,
    format TEXT,
    encoding TEXT,
    characters INTEGER,
    language TEXT,
    title TEXT,
    issued TEXT,
    issued_from TEXT,
    issuer TEXT,
    text TEXT,
    digest TEXT NOT NULL -- of the release as it was written, so that writing it again is seen to change nothing
);

-- The same file may have been read under several names.
CREATE TABLE IF NOT EXISTS paths (
    path TEXT PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS failures (
    path TEXT PRIMARY KEY,
    error TEXT NOT NULL,
    message TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS subtitles (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (release, number)
);

CREATE TABLE IF NOT EXISTS warnings (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (release, number)
);

CREATE TABLE IF NOT EXISTS outline (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    key TEXT NOT NULL, -- "1.2", the node's id in the JSON
    parent INTEGER REFERENCES outline (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    marker TEXT,
    level INTEGER NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    page INTEGER,
    line INTEGER,
    place TEXT,
    UNIQUE (release, key)
);

CREATE TABLE IF NOT EXISTS dates (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    value TEXT,
    earliest TEXT,
    latest TEXT,
    precision TEXT NOT NULL,
    anchored INTEGER NOT NULL CHECK (anchored IN (0, 1)),
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    node INTEGER REFERENCES outline (id),
    rule TEXT,
    words TEXT,
    UNIQUE (release, number)
);

CREATE TABLE IF NOT EXISTS people (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    key TEXT NOT NULL, -- "p1"
    name TEXT NOT NULL,
    title TEXT,
    organization TEXT,
    rule TEXT,
    words TEXT,
    UNIQUE (release, key)
);

CREATE TABLE IF NOT EXISTS person_mentions (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    node INTEGER REFERENCES outline (id),
    UNIQUE (person, number)
);

CREATE TABLE IF NOT EXISTS titles (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    role TEXT NOT NULL,
    organization TEXT,
    person INTEGER REFERENCES people (id),
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    node INTEGER REFERENCES outline (id),
    rule TEXT,
    words TEXT,
    UNIQUE (release, number)
);

CREATE TABLE IF NOT EXISTS quotes (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    speaker TEXT,
    speaker_id INTEGER REFERENCES people (id),
    cue TEXT,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    node INTEGER REFERENCES outline (id),
    rule TEXT,
    words TEXT,
    UNIQUE (release, number)
);

CREATE TABLE IF NOT EXISTS initiatives (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    key TEXT NOT NULL, -- "i1"
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT,
    action TEXT,
    amount_text TEXT,
    amount_value REAL,
    amount_currency TEXT,
    rule TEXT,
    words TEXT,
    UNIQUE (release, key)
);

CREATE TABLE IF NOT EXISTS initiative_mentions (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    initiative INTEGER NOT NULL REFERENCES initiatives (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    node INTEGER REFERENCES outline (id),
    UNIQUE (initiative, number)
);

-- earliest and latest are null where the release's own dates do not have the value.
CREATE TABLE IF NOT EXISTS initiative_dates (
    id INTEGER PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
    initiative INTEGER NOT NULL REFERENCES initiatives (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    value TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    UNIQUE (initiative, number)
);

CREATE INDEX IF NOT EXISTS paths_release ON paths (release);
CREATE INDEX IF NOT EXISTS outline_parent ON outline (parent);
CREATE INDEX IF NOT EXISTS dates_earliest ON dates (earliest);
CREATE INDEX IF NOT EXISTS dates_node ON dates (node);
CREATE INDEX IF NOT EXISTS people_name ON people (name);
CREATE INDEX IF NOT EXISTS person_mentions_release ON person_mentions (release);
CREATE INDEX IF NOT EXISTS person_mentions_node ON person_mentions (node);
CREATE INDEX IF NOT EXISTS titles_person ON titles (person);
CREATE INDEX IF NOT EXISTS titles_node ON titles (node);
CREATE INDEX IF NOT EXISTS quotes_speaker ON quotes (speaker_id);
CREATE INDEX IF NOT EXISTS quotes_node ON quotes (node);
CREATE INDEX IF NOT EXISTS initiatives_kind ON initiatives (kind);
CREATE INDEX IF NOT EXISTS initiative_mentions_release ON initiative_mentions (release);
CREATE INDEX IF NOT EXISTS initiative_mentions_node ON initiative_mentions (node);
CREATE INDEX IF NOT EXISTS initiative_dates_release ON initiative_dates (release);

-- Full-text search; the names, and content="…" without spaces, are that by which sqlite-utils and Datasette know a searchable table.
CREATE VIRTUAL TABLE IF NOT EXISTS outline_fts USING fts5 (
    text, content="outline", content_rowid = id, tokenize = 'porter unicode61'
);
CREATE TRIGGER IF NOT EXISTS outline_ai AFTER INSERT ON outline BEGIN
    INSERT INTO outline_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER IF NOT EXISTS outline_ad AFTER DELETE ON outline BEGIN
    INSERT INTO outline_fts (outline_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER IF NOT EXISTS outline_au AFTER UPDATE ON outline BEGIN
    INSERT INTO outline_fts (outline_fts, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO outline_fts (rowid, text) VALUES (new.id, new.text);
END;

CREATE VIRTUAL TABLE IF NOT EXISTS quotes_fts USING fts5 (
    text, speaker, content="quotes", content_rowid = id, tokenize = 'porter unicode61'
);
CREATE TRIGGER IF NOT EXISTS quotes_ai AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_fts (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;
CREATE TRIGGER IF NOT EXISTS quotes_ad AFTER DELETE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker) VALUES ('delete', old.id, old.text, old.speaker);
END;
CREATE TRIGGER IF NOT EXISTS quotes_au AFTER UPDATE ON quotes BEGIN
    INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker) VALUES ('delete', old.id, old.text, old.speaker);
    INSERT INTO quotes_fts (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;
