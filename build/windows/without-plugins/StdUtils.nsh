# What electron-builder's scripts use of the StdUtils plugin, for a makensis that has none of its plugins.

!ifndef FAKSLA_STDUTILS
!define FAKSLA_STDUTILS
!include FileFunc.nsh

!define StdUtils.TestParameter "!insertmacro fakslaTestParameter"
!define StdUtils.GetAllParameters "!insertmacro fakslaGetAllParameters"
!define StdUtils.GetParentPath "!insertmacro fakslaGetParentPath"
!define StdUtils.ExecShellAsUser "!insertmacro fakslaExecShellAsUser"

# "true" where the option was given, as --name or /name. It stands within LogicLib's conditions, so it has none itself.
!macro fakslaTestParameter OUT NAME
  !define FAKSLA_TEST fakslaTest${__COUNTER__}
  Push $R7
  Push $R8
  ${GetParameters} $R7
  StrCpy ${OUT} "true"
  ClearErrors
  ${GetOptions} $R7 "--${NAME}" $R8
  IfErrors 0 ${FAKSLA_TEST}
  ClearErrors
  ${GetOptions} $R7 "/${NAME}" $R8
  IfErrors 0 ${FAKSLA_TEST}
  StrCpy ${OUT} "false"
  ${FAKSLA_TEST}:
  ClearErrors
  Pop $R8
  Pop $R7
  !undef FAKSLA_TEST
!macroend

!macro fakslaGetAllParameters OUT TRUNCATE
  System::Call "kernel32::GetCommandLineW() w .s"
  Pop ${OUT}
!macroend

!macro fakslaGetParentPath OUT PATH
  ${GetParent} "${PATH}" ${OUT}
!macroend

!macro fakslaExecShellAsUser OUT FILE VERB WORDS
  ExecShell "${VERB}" "${FILE}" "${WORDS}"
  StrCpy ${OUT} "ok"
!macroend
!endif
