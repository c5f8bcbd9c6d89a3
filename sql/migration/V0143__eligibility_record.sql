CREATE SEQUENCE eligibility_import_seq START WITH 1001 INCREMENT BY 50;
CREATE SEQUENCE eligibility_record_seq START WITH 1 INCREMENT BY 1000;

-- Files of records. Read in steps, each of which commits with the count of rows that it came to (rows_done), so that a job that
-- dies goes on behind its last step. What was read can be withdrawn as a whole.
--   content       encrypted; taken away when the file has been read, as every row is kept by then
--   facility_id   of rows that name none
--   problem_key   why it was refused or stopped
--   rows_same     as they are known already, by this source
CREATE TABLE eligibility_import (
    id             BIGINT       NOT NULL PRIMARY KEY,
    public_id      BINARY(16)   NOT NULL UNIQUE,
    source_id      BIGINT       NOT NULL,
    facility_id    BIGINT,
    file_name      VARCHAR(200) NOT NULL,
    size           INT          NOT NULL,
    digest         BINARY(32)   NOT NULL,
    content        LONGBLOB,
    convert_font   BOOLEAN      NOT NULL,
    state          VARCHAR(10)  NOT NULL,
    problem_key    VARCHAR(80)  NOT NULL DEFAULT '',
    problem_args   VARCHAR(400) NOT NULL DEFAULT '',
    sheets         VARCHAR(400) NOT NULL DEFAULT '',
    ignored        VARCHAR(1000) NOT NULL DEFAULT '',
    rows_total     INT          NOT NULL DEFAULT 0,
    rows_done      INT          NOT NULL DEFAULT 0,
    rows_new       INT          NOT NULL DEFAULT 0,
    rows_replacing INT          NOT NULL DEFAULT 0,
    rows_same      INT          NOT NULL DEFAULT 0,
    rows_bad       INT          NOT NULL DEFAULT 0,
    rows_warned    INT          NOT NULL DEFAULT 0,
    rows_repaired  INT          NOT NULL DEFAULT 0,
    sent_by        BIGINT       NOT NULL,
    sender         VARCHAR(120) NOT NULL,
    sent_at        DATETIME(6)  NOT NULL,
    finished_at    DATETIME(6),
    withdrawn_by   BIGINT,
    withdrawer     VARCHAR(120) NOT NULL DEFAULT '',
    withdrawn_at   DATETIME(6),
    withdrawn_why  VARCHAR(500) NOT NULL DEFAULT '',
    KEY eligibility_import_source (source_id, id),
    CONSTRAINT eligibility_import_of_source FOREIGN KEY (source_id) REFERENCES eligibility_source (id)
);

-- Rows with something wrong: errors, which kept them from being taken, and warnings.
--   content  cells and problems, encrypted
CREATE TABLE eligibility_import_row (
    import_id  BIGINT       NOT NULL,
    file_row   INT          NOT NULL,
    taken      BOOLEAN      NOT NULL,
    name       VARCHAR(120) NOT NULL,
    content    BLOB         NOT NULL,
    PRIMARY KEY (import_id, file_row),
    CONSTRAINT eligibility_import_row_of FOREIGN KEY (import_id) REFERENCES eligibility_import (id)
);

-- Records as they became known, each a version of what one facility says of one person. Never changed but for known_to, the
-- moment from which another version counts or none: so each past moment can be asked for as it was known then.
--   record_key      keyed hash: equal for versions of one record
--   content_hash    keyed hash: equal for versions that say the same
--   identity_hash   keyed hash of the document's number, null without one; person has number and phone, encrypted
--   words           of the name, without marks, in the order of the alphabet
--   about, holds_from  the time it is about, and from when it holds: a test with its result
--   event_day       day of about in Asia/Ho_Chi_Minh
--   first_known_at  of its first version, by which it was in time (due_at) or late; without a deadline due_at is null
CREATE TABLE eligibility_record (
    id             BIGINT       NOT NULL PRIMARY KEY,
    record_key     BINARY(32)   NOT NULL,
    version        INT          NOT NULL,
    content_hash   BINARY(32)   NOT NULL,
    source_id      BIGINT       NOT NULL,
    facility_id    BIGINT       NOT NULL,
    import_id      BIGINT       NOT NULL,
    file_row       INT          NOT NULL,
    kind           VARCHAR(8)   NOT NULL,
    identity_hash  BINARY(32),
    phone_hash     BINARY(32),
    person         VARBINARY(200) NOT NULL,
    document_kind  VARCHAR(8)   NOT NULL,
    name           VARCHAR(120) NOT NULL,
    words          VARCHAR(160) NOT NULL,
    birth          VARCHAR(10)  NOT NULL,
    sex            VARCHAR(6)   NOT NULL,
    commune        VARCHAR(10)  NOT NULL,
    code           VARCHAR(40)  NOT NULL,
    number         SMALLINT     NOT NULL,
    about          DATETIME(6)  NOT NULL,
    holds_from     DATETIME(6)  NOT NULL,
    event_day      DATE         NOT NULL,
    outcome        VARCHAR(13)  NOT NULL,
    pooled         BOOLEAN      NOT NULL,
    lot            VARCHAR(40)  NOT NULL,
    confirmed_on   DATE,
    due_at         DATETIME(6),
    first_known_at DATETIME(6)  NOT NULL,
    late           BOOLEAN      NOT NULL,
    known_from     DATETIME(6)  NOT NULL,
    known_to       DATETIME(6),
    UNIQUE KEY eligibility_record_version (record_key, version),
    KEY eligibility_record_identity (identity_hash),
    KEY eligibility_record_import (import_id),
    KEY eligibility_record_day (source_id, event_day, facility_id, known_to, late)
);
