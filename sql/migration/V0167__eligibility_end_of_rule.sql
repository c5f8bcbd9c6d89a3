-- A row that ends another of its place: from valid_from on the place has none of its own, where ends is the number of what is
-- ended. Where both begin at the same moment it was taken back before it began. Still only added to.
ALTER TABLE eligibility_criteria_order
    ADD COLUMN ends INT;
