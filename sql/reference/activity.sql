INSERT INTO registry_activity (id, code, name_vi, name_en, valid_from, valid_to, audience)
SELECT NEXT VALUE FOR registry_seq, :code, :name_vi, :name_en, :valid_from, :valid_to, :audience
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM registry_activity WHERE code = :code AND valid_from = :valid_from)
