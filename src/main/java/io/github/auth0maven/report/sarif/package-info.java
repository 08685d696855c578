/** The report as SARIF 2.1.0, which code scanning shows. */
@NullMarked
package io.github.auth0maven.report.sarif;

import org.jspecify.annotations.NullMarked;
