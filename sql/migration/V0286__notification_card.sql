-- How the card of an entry stood, and until when it was renewed, when its holder was told last. Without a row it was valid when it was
-- issued, and nothing was told since. What is undone before it is told is not told.
CREATE TABLE notification_card (
    entry_id  BIGINT      NOT NULL PRIMARY KEY,
    state     VARCHAR(12) NOT NULL DEFAULT 'VALID',
    until     DATE
);

-- What an organisation is told of the cards of a list, together with its decisions.
ALTER TABLE notification_digest
    MODIFY COLUMN approved INT NOT NULL DEFAULT 0,
    MODIFY COLUMN returned INT NOT NULL DEFAULT 0,
    MODIFY COLUMN refused  INT NOT NULL DEFAULT 0,
    ADD COLUMN renewed     INT NOT NULL DEFAULT 0,
    ADD COLUMN revoked     INT NOT NULL DEFAULT 0,
    ADD COLUMN ending      INT NOT NULL DEFAULT 0;
