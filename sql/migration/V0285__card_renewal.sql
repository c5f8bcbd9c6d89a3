-- Cards that get a longer period before they end. Of a bulk that renews, the new last day.
ALTER TABLE card_bulk ADD COLUMN until DATE;

-- Whether its holder was reminded that it ends soon: once, by a job that looks at the days that are near.
ALTER TABLE card_card
    ADD COLUMN reminded BOOLEAN NOT NULL DEFAULT FALSE,
    ADD KEY card_card_ending (reminded, state, valid_to);
