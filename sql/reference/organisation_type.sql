INSERT INTO registry_organisation_type (id, code, name_vi, name_en, identifier_kind, valid_from, valid_to)
SELECT NEXT VALUE FOR registry_seq, :code, :name_vi, :name_en, :identifier_kind, :valid_from, :valid_to
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM registry_organisation_type WHERE code = :code AND valid_from = :valid_from)
