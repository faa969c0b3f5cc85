# Draws small matrices of counts and writes each with the factors of edgeR's calcNormFactors in its first line.
# Rscript factors.R
suppressMessages(library(edgeR))
set.seed(7)

write <- function(name, counts) {
  colnames(counts) <- paste0("S", seq_len(ncol(counts)))
  rownames(counts) <- paste0("g", seq_len(nrow(counts)))
  factors <- suppressWarnings(calcNormFactors(counts, method = "TMM"))
  file <- file(paste0(name, ".csv"), "w")
  writeLines(paste(c(paste("edgeR", packageVersion("edgeR")), colnames(counts)), collapse = ","), file)
  writeLines(paste(c("factor", sprintf("%.15g", factors)), collapse = ","), file)
  write.table(counts, file, sep = ",", quote = FALSE, col.names = FALSE)
  close(file)
}

draw <- function(genes, samples, abundance, libraries = rep(1, samples)) {
  mean <- outer(abundance * exp(rnorm(genes, 0, 1.5)), libraries)
  matrix(rnbinom(genes * samples, mu = mean, size = 1 / (0.05 + 1 / mean)), genes)
}

# More samples than a block has; in the latter half a tenth of the genes takes much more.
composed <- draw(80, 18, 100, exp(rnorm(18, 0, 0.3)))
composed[1:8, 10:18] <- composed[1:8, 10:18] * 10
write("composed", composed)

# Genes that no sample has, and a sample that has few.
zeros <- draw(60, 5, 8)
zeros[1:15, ] <- 0
zeros[16:40, 3] <- 0
write("zeros", zeros)

# The first three are the same; the last is twice the first.
alike <- draw(40, 5, 50)
alike[, 2] <- alike[, 1]
alike[, 3] <- alike[, 1]
alike[, 5] <- 2 * alike[, 1]
write("alike", alike)

# One library is 500 times as deep.
write("deep", draw(60, 6, 40, c(1, 1, 1, 500, 1, 1)))

# Most upper quartiles are 0, so the sums of square roots choose the reference.
write("sparse", draw(70, 6, 0.1, c(1, 1, 1, 1, 30, 8)))

# Both are as far from their mean.
write("pair", draw(50, 2, 100, c(1, 1.7)))

# No gene is in both.
apart <- draw(30, 3, 60)
apart[1:15, 2] <- 0
apart[16:30, 1] <- 0
apart[1:15, 3] <- 0
write("apart", apart)
