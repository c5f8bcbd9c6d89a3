-- R90 is given as a verdict too. Where only R07 and R14 were told by it, an organisation that was not warned of a duplicate
-- could guess which of the two it was.
UPDATE review_reason SET outcomes = 'REFUSE', name_vi = 'Cần xác minh thêm', name_en = 'More to be verified' WHERE code = 'R90';
