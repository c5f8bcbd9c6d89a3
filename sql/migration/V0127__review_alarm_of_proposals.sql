-- Proposals whose time runs out are told by themselves: they lie before the head and in no queue.
ALTER TABLE review_alarm
    ADD COLUMN proposed BOOLEAN NOT NULL DEFAULT FALSE,
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (agency_id, alarm, proposed);
