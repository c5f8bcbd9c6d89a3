package vn.khanhhoa.thecovid;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;

/**
 * The class runs inside the deployed portal: it is given what it injects, package-private beans of its own package
 * included. All such classes share one deployment and one database, so each makes its own records.
 */
@ArquillianTest
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InPortal {}
