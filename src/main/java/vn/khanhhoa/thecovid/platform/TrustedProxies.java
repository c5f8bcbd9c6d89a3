package vn.khanhhoa.thecovid.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who a request comes from where it comes through proxies. Anybody can write {@code X-Forwarded-For}, so its entries are
 * believed from the end on, as long as each was written by a proxy that the operator named.
 */
@ApplicationScoped
public class TrustedProxies {
    private static final Logger LOG = Logger.getLogger(TrustedProxies.class.getName());

    private List<Network> networks = List.of();

    protected TrustedProxies() {}

    @Inject
    public TrustedProxies(@ConfigProperty(name = "portal.trusted.proxies") Optional<String> setting) {
        List<Network> named = new ArrayList<>();
        for (String network : setting.orElse("").split("[,\\s]+", -1)) {
            if (!network.isEmpty()) {
                named.add(Network.parse(network)
                        .orElseThrow(() -> new IllegalArgumentException("PORTAL_TRUSTED_PROXIES holds \"" + network
                                + "\", which is neither an address nor a network such as 10.0.0.0/8")));
            }
        }
        networks = List.copyOf(named);
    }

    /** A wrong setting shows at the start, not with the first request. */
    void begin(@Observes Startup start) {
        if (!networks.isEmpty()) {
            LOG.log(Level.INFO, "X-Forwarded-For is believed from {0} networks", networks.size());
        }
    }

    /**
     * @param peer who opened the connection
     * @param forwardedFor the headers of that name, in their order
     */
    public String client(String peer, Collection<String> forwardedFor) {
        List<String> way = new ArrayList<>(
                List.of(String.join(",", forwardedFor).replace(" ", "").split(",", -1)));
        String client = peer;
        while (isTrusted(client) && !way.isEmpty()) {
            Optional<InetAddress> before = Network.address(way.remove(way.size() - 1));
            if (before.isEmpty()) {
                break;
            }
            client = before.get().getHostAddress();
        }
        return client;
    }

    /** What limits count by: the client's address, or of IPv6 its network, of which a single reader has all addresses. */
    public String network(String peer, Collection<String> forwardedFor) {
        String client = client(peer, forwardedFor);
        return Network.address(client).map(Network::ofOneReader).orElse(client);
    }

    private boolean isTrusted(String address) {
        return Network.address(address)
                .filter(known -> networks.stream().anyMatch(network -> network.contains(known)))
                .isPresent();
    }
}
