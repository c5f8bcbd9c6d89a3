-- A parent that is not there ends in a foreign key error (id 0), never in an area without a parent.
INSERT INTO registry_area (id, code, name, level, parent_id, valid_from, valid_to)
SELECT NEXT VALUE FOR registry_seq, :code, :name, :level,
       IF(:parent_code IS NULL, NULL, IFNULL((
           SELECT parent.id FROM registry_area parent
           WHERE parent.code = :parent_code AND parent.valid_from <= :valid_from
             AND (parent.valid_to IS NULL OR parent.valid_to >= :valid_from)), 0)),
       :valid_from, :valid_to
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM registry_area WHERE code = :code AND valid_from = :valid_from)
