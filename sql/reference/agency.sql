-- A parent, area or successor that is not there ends in a foreign key error (id 0).
INSERT INTO registry_agency
    (id, public_id, code, name, kind, parent_id, area_id, hotline, email, valid_from, valid_to, successor_id)
SELECT NEXT VALUE FOR registry_seq,
       RANDOM_BYTES(16),
       :code, :name, :kind,
       IF(:parent_code IS NULL, NULL, IFNULL((
           SELECT parent.id FROM registry_agency parent
           WHERE parent.code = :parent_code AND parent.valid_from <= :valid_from
             AND (parent.valid_to IS NULL OR parent.valid_to >= :valid_from)), 0)),
       IF(:area_code IS NULL, NULL, IFNULL((
           SELECT area.id FROM registry_area area
           WHERE area.code = :area_code AND area.valid_from <= :valid_from
             AND (area.valid_to IS NULL OR area.valid_to >= :valid_from)), 0)),
       :hotline, :email, :valid_from, :valid_to,
       IF(:successor_code IS NULL, NULL, IFNULL((
           SELECT successor.id FROM registry_agency successor
           WHERE successor.code = :successor_code AND successor.valid_to IS NULL), 0))
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM registry_agency WHERE code = :code AND valid_from = :valid_from)
