// The door to OpenBLAS. LAPACK symbols that the distribution's header leaves out are declared here.
#ifndef FLYWHEEL_OPENBLAS_SHIM_H
#define FLYWHEEL_OPENBLAS_SHIM_H

#include <cblas.h>

#endif
