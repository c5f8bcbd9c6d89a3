CREATE SEQUENCE stafflist_seq START WITH 1001 INCREMENT BY 50;
CREATE SEQUENCE stafflist_bulk_seq START WITH 1001 INCREMENT BY 1000;

CREATE TABLE stafflist_form_template (
    id          BIGINT       NOT NULL PRIMARY KEY,
    code        VARCHAR(8)   NOT NULL,
    version     INT          NOT NULL,
    name_vi     VARCHAR(160) NOT NULL,
    name_en     VARCHAR(160) NOT NULL,
    valid_from  DATE         NOT NULL,
    UNIQUE KEY stafflist_form_template_version (code, version)
);

CREATE TABLE stafflist_form_column (
    id           BIGINT       NOT NULL PRIMARY KEY,
    template_id  BIGINT       NOT NULL,
    position     INT          NOT NULL,
    column_key   VARCHAR(40)  NOT NULL,
    type         VARCHAR(24)  NOT NULL,
    required     BOOLEAN      NOT NULL,
    value_list   VARCHAR(1000),
    label_vi     VARCHAR(120) NOT NULL,
    label_en     VARCHAR(120) NOT NULL,
    note_vi      VARCHAR(400),
    note_en      VARCHAR(400),
    max_length   INT          NOT NULL,
    default_value VARCHAR(60),
    UNIQUE KEY stafflist_form_column_key (template_id, column_key),
    CONSTRAINT stafflist_form_column_of FOREIGN KEY (template_id) REFERENCES stafflist_form_template (id)
);

CREATE TABLE stafflist_list (
    id               BIGINT       NOT NULL PRIMARY KEY,
    public_id        BINARY(16)   NOT NULL UNIQUE,
    organisation_id  BIGINT       NOT NULL,
    template_code    VARCHAR(8)   NOT NULL,
    template_version INT          NOT NULL,
    name             VARCHAR(160) NOT NULL,
    state            VARCHAR(16)  NOT NULL,
    created_by       BIGINT       NOT NULL,
    created_at       DATETIME(6)  NOT NULL,
    submitted_at     DATETIME(6),
    version          INT          NOT NULL DEFAULT 0,
    KEY stafflist_list_of (organisation_id, id)
);

-- A file as it came in, encrypted, and what became of it.
CREATE TABLE stafflist_upload (
    id            BIGINT        NOT NULL PRIMARY KEY,
    public_id     BINARY(16)    NOT NULL UNIQUE,
    list_id       BIGINT        NOT NULL,
    file_name     VARCHAR(200)  NOT NULL,
    size          INT           NOT NULL,
    digest        VARBINARY(32) NOT NULL,
    content       LONGBLOB      NOT NULL,
    state         VARCHAR(16)   NOT NULL,
    problem_code  VARCHAR(60),
    problem_args  VARCHAR(400),
    rows_read     INT           NOT NULL DEFAULT 0,
    rows_good     INT           NOT NULL DEFAULT 0,
    rows_bad      INT           NOT NULL DEFAULT 0,
    rows_replaced INT           NOT NULL DEFAULT 0,
    uploaded_by   BIGINT        NOT NULL,
    uploader      VARCHAR(120)  NOT NULL,
    uploaded_at   DATETIME(6)   NOT NULL,
    finished_at   DATETIME(6),
    version       INT           NOT NULL DEFAULT 0,
    KEY stafflist_upload_of (list_id, id),
    CONSTRAINT stafflist_upload_list FOREIGN KEY (list_id) REFERENCES stafflist_list (id)
);

-- A line of the draft. Its cells are encrypted as one block. row_key is the keyed hash of the identity document, or of
-- the upload and the line where there is none to be read; alike_key is that of name and birth date as they were typed.
-- By the two, a mended file replaces the line and makes no second one.
CREATE TABLE stafflist_row (
    id          BIGINT        NOT NULL PRIMARY KEY,
    list_id     BIGINT        NOT NULL,
    upload_id   BIGINT        NOT NULL,
    line_number INT           NOT NULL,
    row_key     VARBINARY(32) NOT NULL,
    alike_key   VARBINARY(32) NOT NULL,
    state       VARCHAR(12)   NOT NULL,
    name        VARCHAR(200)  NOT NULL,
    cells       VARBINARY(16000) NOT NULL,
    problems    VARCHAR(4000),
    UNIQUE KEY stafflist_row_key (list_id, row_key),
    KEY stafflist_row_alike (list_id, alike_key),
    KEY stafflist_row_state (list_id, state, line_number, id),
    CONSTRAINT stafflist_row_list FOREIGN KEY (list_id) REFERENCES stafflist_list (id)
);

-- One person's request in a submitted list: what is decided and counted.
CREATE TABLE stafflist_entry (
    id                BIGINT        NOT NULL PRIMARY KEY,
    public_id         BINARY(16)    NOT NULL UNIQUE,
    list_id           BIGINT        NOT NULL,
    organisation_id   BIGINT        NOT NULL,
    agency_id         BIGINT        NOT NULL,
    rule_id           BIGINT        NOT NULL,
    own_people        BOOLEAN       NOT NULL,
    person_id         BIGINT        NOT NULL,
    line_number       INT           NOT NULL,
    row_key           VARBINARY(32) NOT NULL,
    state             VARCHAR(12)   NOT NULL,
    name              VARCHAR(120)  NOT NULL,
    workplace_id      BIGINT        NOT NULL,
    workplace         VARCHAR(160)  NOT NULL,
    area_id           BIGINT        NOT NULL,
    activities        VARCHAR(200)  NOT NULL,
    position          VARCHAR(120),
    valid_from        DATE          NOT NULL,
    valid_to          DATE          NOT NULL,
    cells             VARBINARY(16000) NOT NULL,
    code_hash         VARBINARY(32) NOT NULL UNIQUE,
    code              VARBINARY(96) NOT NULL,
    submitted_by      BIGINT        NOT NULL,
    submitted_at      DATETIME(6)   NOT NULL,
    decided_at        DATETIME(6),
    reason_code       VARCHAR(8),
    reason_text       VARCHAR(1000),
    version           INT           NOT NULL DEFAULT 0,
    UNIQUE KEY stafflist_entry_row (list_id, row_key),
    KEY stafflist_entry_of_list (list_id, state, line_number),
    KEY stafflist_entry_queue (agency_id, state, submitted_at, id),
    KEY stafflist_entry_queue_organisation (agency_id, organisation_id, state, submitted_at, id),
    KEY stafflist_entry_waiting (state, organisation_id),
    KEY stafflist_entry_person (person_id),
    CONSTRAINT stafflist_entry_list FOREIGN KEY (list_id) REFERENCES stafflist_list (id)
);

-- Words of names without marks, for the search in a queue: full text finds neither "An" nor "Hà".
CREATE TABLE stafflist_entry_name (
    token      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    agency_id  BIGINT      NOT NULL,
    entry_id   BIGINT      NOT NULL,
    PRIMARY KEY (agency_id, token, entry_id),
    KEY stafflist_entry_name_entry (entry_id)
);
