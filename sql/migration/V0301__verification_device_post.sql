-- Where a device was and when: of then and there alone its scans are taken. It is over once the device was handed the sheet of another
-- post, or was told that it has none; until then it cannot know that it was moved.
CREATE SEQUENCE verification_device_post_seq START WITH 1 INCREMENT BY 1;
CREATE TABLE verification_device_post (
    id         BIGINT       NOT NULL PRIMARY KEY,
    device_id  BIGINT       NOT NULL,
    post_id    BIGINT       NOT NULL,
    since      DATETIME(6)  NOT NULL,
    until      DATETIME(6),
    KEY verification_device_post_device (device_id, post_id),
    CONSTRAINT verification_device_post_device_of FOREIGN KEY (device_id) REFERENCES verification_device (id),
    CONSTRAINT verification_device_post_post FOREIGN KEY (post_id) REFERENCES verification_post (id)
);

-- Of devices that there are: where they are, and wherever else they have told of.
INSERT INTO verification_device_post (id, device_id, post_id, since)
SELECT NEXT VALUE FOR verification_device_post_seq, id, post_id, made_at FROM verification_device WHERE post_id IS NOT NULL;
INSERT INTO verification_device_post (id, device_id, post_id, since, until)
SELECT NEXT VALUE FOR verification_device_post_seq, told.device_id, told.post_id, told.since, UTC_TIMESTAMP(6)
FROM (
    SELECT s.device_id, s.post_id, MIN(s.at) AS since
    FROM verification_scan s JOIN verification_device d ON d.id = s.device_id
    WHERE d.post_id IS NULL OR d.post_id <> s.post_id
    GROUP BY s.device_id, s.post_id
) told;
