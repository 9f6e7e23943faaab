# SPDX-License-Identifier: MIT
# Writes the files (a list of paths within FOLDER, separated by |) as the table of cli/skeleton.h to OUT.
string(REPLACE "|" ";" FILES "${FILES}")
set(arrays "")
set(rows "")
set(count 0)
foreach(file ${FILES})
  file(READ ${FOLDER}/${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND arrays "static const unsigned char file_${count}[] = {${bytes}0};\n")
  string(APPEND rows "    {\"${file}\", (const char *)file_${count}},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUT} "#include \"cli/skeleton.h\"\n\n${arrays}\nconst struct skeleton_file skeleton_files[] = {\n${rows}};\n"
  "const size_t skeleton_file_count = ${count};\n")
