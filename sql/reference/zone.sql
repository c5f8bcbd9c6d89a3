INSERT INTO registry_zone (id, code, name, valid_from, valid_to)
SELECT NEXT VALUE FOR registry_seq, :code, :name, :valid_from, :valid_to
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM registry_zone WHERE code = :code AND valid_from = :valid_from)
