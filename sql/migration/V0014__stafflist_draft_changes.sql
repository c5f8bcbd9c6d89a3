-- A file may be read in more than one way; what was asked and chosen is kept with the upload. The offer holds samples of
-- the rows and is encrypted.
ALTER TABLE stafflist_upload
    ADD COLUMN offer           VARBINARY(16000),
    ADD COLUMN chosen_sheet    VARCHAR(200),
    ADD COLUMN convert_font    BOOLEAN,
    ADD COLUMN sheet           VARCHAR(200),
    ADD COLUMN notes           VARCHAR(4000),
    ADD COLUMN rows_added      INT NOT NULL DEFAULT 0,
    ADD COLUMN rows_unchanged  INT NOT NULL DEFAULT 0,
    ADD COLUMN rows_missing    INT NOT NULL DEFAULT 0,
    ADD COLUMN rows_repaired   INT NOT NULL DEFAULT 0,
    ADD COLUMN change_id       BIGINT;

-- intent: what submitting the line asks for. entry_id: the entry it stands for, once it was submitted.
ALTER TABLE stafflist_row
    ADD COLUMN public_id BINARY(16),
    ADD COLUMN intent    VARCHAR(8) NOT NULL DEFAULT 'NEW',
    ADD COLUMN entry_id  BIGINT;
UPDATE stafflist_row SET public_id = UNHEX(REPLACE(UUID(), '-', ''));
UPDATE stafflist_row r JOIN stafflist_entry e ON e.list_id = r.list_id AND e.row_key = r.row_key
    SET r.entry_id = e.id WHERE r.state = 'SUBMITTED';
ALTER TABLE stafflist_row
    MODIFY COLUMN public_id BINARY(16) NOT NULL,
    ADD UNIQUE KEY stafflist_row_public (public_id),
    ADD KEY stafflist_row_person (row_key),
    ADD KEY stafflist_row_entry (entry_id),
    ADD KEY stafflist_row_line (list_id, line_number, id);

-- Entries of a person in other lists are found by the keyed hash of the document.
ALTER TABLE stafflist_entry ADD KEY stafflist_entry_person_key (row_key, state);

-- What is to be seen at a line: each problem and each repair, once a column. kind: E error, W warning, R repair.
CREATE TABLE stafflist_row_mark (
    list_id    BIGINT      NOT NULL,
    kind       CHAR(1)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    column_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    row_id     BIGINT      NOT NULL,
    PRIMARY KEY (list_id, kind, code, column_key, row_id),
    KEY stafflist_row_mark_of (row_id)
);

-- Rows of a file that were read and wait for the sender to look at what they would change.
CREATE TABLE stafflist_staged (
    id          BIGINT         NOT NULL PRIMARY KEY,
    upload_id   BIGINT         NOT NULL,
    line_number INT            NOT NULL,
    row_id      BIGINT         NOT NULL,
    effect      VARCHAR(12)    NOT NULL,
    columns     VARCHAR(1000)  NOT NULL,
    row_key     VARBINARY(32)  NOT NULL,
    alike_key   VARBINARY(32)  NOT NULL,
    state       VARCHAR(12)    NOT NULL,
    name        VARCHAR(200)   NOT NULL,
    cells       VARBINARY(16000) NOT NULL,
    problems    VARCHAR(4000)  NOT NULL,
    KEY stafflist_staged_of (upload_id, effect, line_number, id),
    CONSTRAINT stafflist_staged_upload FOREIGN KEY (upload_id) REFERENCES stafflist_upload (id) ON DELETE CASCADE
);

-- One act that changed lines of a draft, and how each line looked before it: what undoing puts back.
CREATE TABLE stafflist_change (
    id         BIGINT        NOT NULL PRIMARY KEY,
    public_id  BINARY(16)    NOT NULL UNIQUE,
    list_id    BIGINT        NOT NULL,
    kind       VARCHAR(20)   NOT NULL,
    about      VARCHAR(200)  NOT NULL,
    row_count  INT           NOT NULL,
    made_by    BIGINT        NOT NULL,
    maker      VARCHAR(120)  NOT NULL,
    made_at    DATETIME(6)   NOT NULL,
    undone_at  DATETIME(6),
    undone_by  VARCHAR(120),
    KEY stafflist_change_of (list_id, id),
    CONSTRAINT stafflist_change_list FOREIGN KEY (list_id) REFERENCES stafflist_list (id)
);

-- existed: false for a line that the change brought, which undoing takes away.
CREATE TABLE stafflist_row_before (
    change_id   BIGINT         NOT NULL,
    row_id      BIGINT         NOT NULL,
    existed     BOOLEAN        NOT NULL,
    public_id   BINARY(16),
    upload_id   BIGINT,
    line_number INT,
    row_key     VARBINARY(32),
    alike_key   VARBINARY(32),
    state       VARCHAR(12),
    intent      VARCHAR(8),
    entry_id    BIGINT,
    name        VARCHAR(200),
    cells       VARBINARY(16000),
    problems    VARCHAR(4000),
    PRIMARY KEY (change_id, row_id),
    CONSTRAINT stafflist_row_before_of FOREIGN KEY (change_id) REFERENCES stafflist_change (id) ON DELETE CASCADE
);
