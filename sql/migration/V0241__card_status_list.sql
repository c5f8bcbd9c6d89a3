-- Places in the status list follow from the numbers of this sequence, scattered within blocks of 65,536 so that neighbours say
-- nothing of each other; see card.StatusPlaces. Without a cache: what a server forgets of it would be places that nobody gets.
CREATE SEQUENCE card_status_seq START WITH 1000 INCREMENT BY 1000 NOCACHE;

-- Cards until now had places in the order of their issue, which none of their codes names: they get others by chance.
ALTER TABLE card_card ADD COLUMN status_place BIGINT;

UPDATE card_card c JOIN (SELECT id, ROW_NUMBER() OVER (ORDER BY RAND()) AS place FROM card_card) r ON r.id = c.id
SET c.status_place = r.place;

ALTER TABLE card_card DROP COLUMN status_index;
ALTER TABLE card_card CHANGE COLUMN status_place status_index BIGINT NOT NULL, ADD UNIQUE KEY card_card_status (status_index);
DROP SEQUENCE card_status_index_seq;

SET @first_free = (SELECT IF(COUNT(*) = 0, 1000, (COUNT(*) DIV 65536 + 1) * 65536 + 999) FROM card_card);
SET @behind_them = CONCAT('ALTER SEQUENCE card_status_seq RESTART WITH ', @first_free);
PREPARE behind_them FROM @behind_them;
EXECUTE behind_them;
DEALLOCATE PREPARE behind_them;

-- The level of the holder as it was assessed last, by the criteria of the place that the card is for: GREEN, YELLOW, RED, HOLD or
-- another that the criteria name; null while none is known.
--   level_at   when it became another
--   level_due  when it is to be assessed again
ALTER TABLE card_card
    ADD COLUMN level VARCHAR(20),
    ADD COLUMN level_at DATETIME(6),
    ADD COLUMN level_due DATETIME(6) NOT NULL DEFAULT '2021-01-01',
    ADD KEY card_card_level_at (level_at),
    ADD KEY card_card_level_due (level_due);
ALTER TABLE card_event ADD KEY card_event_at (at);
