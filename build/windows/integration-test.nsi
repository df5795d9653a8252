# The smallest installer around integration.nsh and data.nsh, for installer.test.ts. PROGRAM is any small executable
# that stands for faksla.exe, OUT the installer to make.
Unicode true
Target amd64-unicode
SilentInstall normal
RequestExecutionLevel user
Name "Faksla"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\faksla"

!include "integration.nsh"
!include "data.nsh"
LoadLanguageFile "${NSISDIR}\Contrib\Language files\English.nlf"
LoadLanguageFile "${NSISDIR}\Contrib\Language files\Turkish.nlf"

!include FileFunc.nsh
Var everyone
!macro readContext
  StrCpy $everyone 0
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/allusers" $R1
  ${IfNot} ${Errors}
    SetShellVarContext all
    StrCpy $everyone 1
    StrCpy $INSTDIR "$PROGRAMFILES64\faksla"
  ${EndIf}
  ClearErrors
  ${GetOptions} $R0 "/turkish" $R1
  ${IfNot} ${Errors}
    StrCpy $LANGUAGE 1055
  ${EndIf}
!macroend

Function .onInit
  !insertmacro readContext
FunctionEnd
Function un.onInit
  !insertmacro readContext
FunctionEnd

Section
  SetOutPath $INSTDIR
  File "/oname=faksla.exe" "${PROGRAM}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  !insertmacro learnFaksla
  ${If} $everyone == 0
    !insertmacro learnSendTo
  ${EndIf}
SectionEnd

Section "un."
  !insertmacro forgetFaksla
  !insertmacro askAboutData
  Delete "$INSTDIR\faksla.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
SectionEnd
