-- Current cards that the data suspended: these, and nothing else, are restored when the hold ends. Whoever suspends such a card as well
-- takes it over.
ALTER TABLE card_card ADD COLUMN held BOOLEAN NOT NULL DEFAULT FALSE;

-- People of whom something was learnt since their cards were looked at.
CREATE TABLE card_touched (
    person_id  BIGINT NOT NULL PRIMARY KEY
);
