-- A message goes by e-mail or SMS. The number of a person's phone is sealed and found by its keyed hash; what is shown of it
-- stands in recipient. cause_key makes one message of one cause for one recipient, however often the cause is worked off.
ALTER TABLE notification_message
    ADD COLUMN kind             VARCHAR(24)  NOT NULL DEFAULT 'ACCOUNT_INVITATION',
    ADD COLUMN channel          VARCHAR(8)   NOT NULL DEFAULT 'EMAIL',
    ADD COLUMN cause_key        VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin,
    ADD COLUMN sealed_recipient VARBINARY(600),
    ADD COLUMN recipient_hash   VARBINARY(32),
    ADD COLUMN segments         INT          NOT NULL DEFAULT 0,
    ADD COLUMN waiting_since    DATETIME(6),
    ADD COLUMN gateway_id       VARCHAR(120),
    MODIFY COLUMN subject VARCHAR(400) NOT NULL,
    MODIFY COLUMN body VARBINARY(16000) NOT NULL;
UPDATE notification_message SET waiting_since = created_at;
ALTER TABLE notification_message
    ALTER COLUMN kind DROP DEFAULT,
    ALTER COLUMN channel DROP DEFAULT,
    MODIFY COLUMN waiting_since DATETIME(6) NOT NULL,
    DROP KEY notification_message_due,
    ADD KEY notification_message_due (channel, state, next_try, id),
    ADD KEY notification_message_time (created_at, id, channel, state),
    ADD KEY notification_message_state (state, created_at, id),
    ADD KEY notification_message_kind (kind, created_at, id),
    ADD KEY notification_message_recipient (recipient, created_at, id),
    ADD KEY notification_message_hash (recipient_hash, created_at, id),
    ADD UNIQUE KEY notification_message_cause (cause_key);

-- A mail server or gateway that does not answer is left alone for a while, and its messages keep their order.
CREATE TABLE notification_channel (
    channel       VARCHAR(8)   NOT NULL PRIMARY KEY,
    closed_until  DATETIME(6),
    closed_since  DATETIME(6),
    failures      INT          NOT NULL DEFAULT 0,
    reason        VARCHAR(300)
);
INSERT INTO notification_channel (channel) VALUES ('EMAIL'), ('SMS');

CREATE SEQUENCE notification_task_seq START WITH 1 INCREMENT BY 1;

-- Something happened of which people are to be told: one small row in the transaction in which it happened. A job makes
-- the messages of it, some hundreds at a time. numbers: of entries, or of an agency, eight bytes each; done: how many of them.
CREATE TABLE notification_task (
    id           BIGINT      NOT NULL PRIMARY KEY,
    news         VARCHAR(24) NOT NULL,
    subject_id   BIGINT      NOT NULL,
    code         VARCHAR(16) NOT NULL,
    numbers      VARBINARY(8000) NOT NULL,
    done         INT         NOT NULL DEFAULT 0,
    happened_at  DATETIME(6) NOT NULL,
    next_try     DATETIME(6) NOT NULL,
    attempts     INT         NOT NULL DEFAULT 0,
    KEY notification_task_due (next_try, id)
);

-- Up to which entry the people of a list were told that they are on it. Those entered before are not told any more.
CREATE TABLE notification_list (
    list_id     BIGINT NOT NULL PRIMARY KEY,
    told_entry  BIGINT NOT NULL
);
INSERT INTO notification_list (list_id, told_entry) SELECT list_id, MAX(id) FROM stafflist_entry GROUP BY list_id;

-- Decisions on a list that its organisation was not told of yet: gathered until there are no more for a while.
CREATE TABLE notification_digest (
    list_id   BIGINT      NOT NULL PRIMARY KEY,
    first_id  BIGINT      NOT NULL,
    approved  INT         NOT NULL,
    returned  INT         NOT NULL,
    refused   INT         NOT NULL,
    first_at  DATETIME(6) NOT NULL,
    last_at   DATETIME(6) NOT NULL
);

-- The words of messages. A change is another version from a day on; what was sent keeps the words it was sent with.
CREATE TABLE notification_template (
    id          BIGINT        NOT NULL PRIMARY KEY,
    kind        VARCHAR(24)   NOT NULL,
    channel     VARCHAR(8)    NOT NULL,
    language    VARCHAR(2)    NOT NULL,
    version     INT           NOT NULL,
    valid_from  DATE          NOT NULL,
    subject     VARCHAR(200)  NOT NULL,
    body        VARCHAR(3000) NOT NULL,
    edited_by   BIGINT        NOT NULL,
    edited_at   DATETIME(6)   NOT NULL,
    UNIQUE KEY notification_template_version (kind, channel, language, version)
);

-- Phones whose owner wants no SMS that the portal need not send.
CREATE TABLE notification_opt_out (
    phone_hash  VARBINARY(32) NOT NULL PRIMARY KEY,
    since       DATETIME(6)   NOT NULL
);
