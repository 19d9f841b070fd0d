/** What no package of R does as SPSS does it, as functions of R to go into a script. Written from the formulas cited in `paf.ts` and `rotation/orthomax.ts`. */

export const principalAxesFunction = `# Principal axes from squared multiple correlations, until no communality changes by the tolerance (SPSS: .001, 25 iterations)
principal_axes <- function(R, m, tolerance, iterations) {
  h2 <- 1 - 1 / diag(solve(R))
  for (i in 1:iterations) {
    reduced <- R
    diag(reduced) <- h2
    e <- eigen(reduced, symmetric = TRUE)
    L <- e$vectors[, 1:m, drop = FALSE] %*% diag(sqrt(pmax(e$values[1:m], 0)), m)
    change <- max(abs(rowSums(L^2) - h2))
    h2 <- rowSums(L^2)
    if (change < tolerance) break
  }
  L
}`;

export const orthomaxFunction = `# Pairs of factors turned until a sweep raises the criterion by less than the tolerance (SPSS: .0001)
orthomax <- function(L, w, kaiser, tolerance, sweeps = if (tolerance > 0) 250 else 10000) {
  p <- nrow(L)
  length <- if (kaiser) sqrt(rowSums(L^2)) else rep(1, p)
  L <- L / length
  criterion <- function(L) sum(p * colSums(L^4) - w * colSums(L^2)^2)
  before <- criterion(L)
  for (sweep in 1:sweeps) {
    widest <- 0
    for (j in seq_len(ncol(L) - 1)) for (k in (j + 1):ncol(L)) {
      u <- L[, j]^2 - L[, k]^2
      v <- 2 * L[, j] * L[, k]
      angle <- atan2(2 * sum(u * v) - 2 * w * sum(u) * sum(v) / p, sum(u^2 - v^2) - w * (sum(u)^2 - sum(v)^2) / p) / 4
      if (abs(angle) < 1e-13) next
      widest <- max(widest, abs(angle))
      L[, c(j, k)] <- L[, c(j, k)] %*% matrix(c(cos(angle), sin(angle), -sin(angle), cos(angle)), 2)
    }
    after <- criterion(L)
    if (widest == 0 || abs(after - before) < tolerance) break
    before <- after
  }
  L * length
}`;

export const arrangeFunction = `# Factors in the order of what they explain, reflected so that no column sums to less than zero
arrange <- function(L, phi = diag(ncol(L)), sort = TRUE) {
  explained <- diag(phi %*% crossprod(L))
  o <- if (sort) order(-explained) else seq_len(ncol(L))
  s <- ifelse(colSums(L)[o] < 0, -1, 1)
  list(loadings = L[, o] %*% diag(s), phi = diag(s) %*% phi[o, o] %*% diag(s))
}`;
