/** The report as a page for a browser. */
@NullMarked
package io.github.auth0maven.report.html;

import org.jspecify.annotations.NullMarked;
