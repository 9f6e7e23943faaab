# SPDX-License-Identifier: MIT
# Writes file IN as C: const unsigned char NAME[] and NAME_len.
file(READ ${IN} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
file(WRITE ${OUT} "#include <stddef.h>\nextern const unsigned char ${NAME}[];\nextern const size_t ${NAME}_len;\n"
  "const unsigned char ${NAME}[] = {${bytes}};\nconst size_t ${NAME}_len = sizeof ${NAME};\n")
