// The door to OpenBLAS. LAPACK symbols that the distribution's header leaves out are declared here,
// with the hidden lengths of character arguments that Fortran compilers append.
#ifndef FLYWHEEL_OPENBLAS_SHIM_H
#define FLYWHEEL_OPENBLAS_SHIM_H

#include <cblas.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Cholesky factorisation of a symmetric positive definite matrix.
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info, size_t uploLength);

/// Solution of a linear system from its Cholesky factor.
void dpotrs_(const char *uplo, const int *n, const int *nrhs, const double *a, const int *lda,
             double *b, const int *ldb, int *info, size_t uploLength);

/// Orthogonal-triangular factorisation with column pivoting: A·P = Q·R.
void dgeqp3_(const int *m, const int *n, double *a, const int *lda, int *jpvt, double *tau,
             double *work, const int *lwork, int *info);

/// Product with the orthogonal factor of such a factorisation, or with its transpose.
void dormqr_(const char *side, const char *trans, const int *m, const int *n, const int *k,
             const double *a, const int *lda, const double *tau, double *c, const int *ldc,
             double *work, const int *lwork, int *info, size_t sideLength, size_t transLength);

/// Eigenvalues and eigenvectors of a symmetric matrix.
void dsyev_(const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w,
            double *work, const int *lwork, int *info, size_t jobzLength, size_t uploLength);

#ifdef __cplusplus
}
#endif

/// Whether the processor and the operating system both offer AVX2 with fused multiply-add.
static inline int flywheel_cpu_has_avx2(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return 0;
#endif
}

/// Whether the processor and the operating system both offer the AVX-512 subsets of Skylake servers.
static inline int flywheel_cpu_has_avx512(void) {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd") &&
         __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl");
#else
  return 0;
#endif
}

#endif
