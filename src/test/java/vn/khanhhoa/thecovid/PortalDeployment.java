package vn.khanhhoa.thecovid;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.icegreen.greenmail.util.GreenMail;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.ArrayUtils;
import org.assertj.core.api.Assertions;
import org.codehaus.stax2.XMLStreamReader2;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import vn.khanhhoa.thecovid.bootstrap.TestDatabase;

/** The one deployment of all {@link InPortal} tests: the built WAR as it is, with the test classes beside its own. */
public final class PortalDeployment {
    private PortalDeployment() {}

    @Deployment
    public static WebArchive portal() {
        Logger.getLogger("").setLevel(Level.WARNING);
        Path home = Path.of(System.getProperty("portal.home"));
        TestDatabase.startIn(home, Integer.getInteger("it.db.port"));
        listenOnLoopback(home);
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File(System.getProperty("it.war")))
                .as(WebArchive.class)
                .addPackages(true, PortalDeployment::runsInside, "vn.khanhhoa.thecovid")
                .addAsResource("sql/reference/common/form_template.csv")
                .addAsResource("sql/reference/common/form_column.csv")
                .addAsResource("sql/reference/common/sector.csv")
                .addAsLibraries(
                        libraryOf(Assertions.class),
                        libraryOf(ReadableWorkbook.class),
                        libraryOf(ZipFile.class),
                        libraryOf(IOUtils.class),
                        libraryOf(ArrayUtils.class),
                        libraryOf(InputFactoryImpl.class),
                        libraryOf(XMLStreamReader2.class),
                        libraryOf(GreenMail.class));
    }

    private static File libraryOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    /** The WAR has the portal's own classes already; what drives the portal from outside stays out. */
    private static boolean runsInside(ArchivePath path) {
        String file = path.get();
        return Files.exists(Path.of("target/test-classes" + file))
                && !file.contains("/bootstrap/")
                && !file.contains("/browser/")
                && !file.contains("/thecovid/PortalDeployment")
                && !file.matches(".*(Test|(?<!Portal)Bench|BrowserIT|AccessIT)(\\$.*)?\\.class");
    }

    private static void listenOnLoopback(Path home) {
        try {
            Files.writeString(
                    home.resolve("before-boot.txt"),
                    "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                            + ".address=127.0.0.1\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
