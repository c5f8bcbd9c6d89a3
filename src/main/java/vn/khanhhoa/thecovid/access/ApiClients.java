package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Programs with access. Their secrets are 256 random bits, so a keyed hash of them is as good as they are. */
@Dependent
class ApiClients {
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private EntityManager entities;

    @Inject
    private DataCipher cipher;

    static String randomSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    byte[] secretHash(String secret) {
        return cipher.match("api-secret", secret);
    }

    byte[] tokenHash(String token) {
        return cipher.match("api-token", token);
    }

    void add(ApiClient client) {
        entities.persist(client);
    }

    Optional<ApiClient> find(long id) {
        return Optional.ofNullable(entities.find(ApiClient.class, id));
    }

    Optional<ApiClient> find(PublicId id) {
        return entities.createQuery("select c from ApiClient c where c.publicId = :id", ApiClient.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** The same, held until the transaction ends: its secret does not change meanwhile. */
    Optional<ApiClient> held(PublicId id) {
        return entities.createQuery("select c from ApiClient c where c.publicId = :id", ApiClient.class)
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** That of another organisation or agency does not exist for the actor. */
    ApiClient own(Actor actor, PublicId id) {
        ApiClient client = find(id).orElseThrow(NotFound::new);
        client.requireOwner(actor);
        return client;
    }

    List<ApiClient> of(long organisationId, long agencyId) {
        return entities.createQuery(
                        "select c from ApiClient c where c.organisationId = :organisation and c.agencyId = :agency"
                                + " order by c.id desc",
                        ApiClient.class)
                .setParameter("organisation", organisationId)
                .setParameter("agency", agencyId)
                .getResultList();
    }
}
