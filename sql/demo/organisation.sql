-- The names are made up; the tax codes pass their check digit and belong to the demo alone.
INSERT INTO registry_organisation
    (id, public_id, type_code, name, identifier_kind, identifier, created_at)
SELECT NEXT VALUE FOR registry_seq, RANDOM_BYTES(16), :type_code, :name, :identifier_kind, :identifier, UTC_TIMESTAMP(6)
FROM DUAL
WHERE NOT EXISTS (
    SELECT 1 FROM registry_organisation WHERE identifier_kind = :identifier_kind AND identifier = :identifier)
