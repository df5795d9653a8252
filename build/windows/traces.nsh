# What the program, Electron and updates leave outside the program's folder that is no data of the user's: its start at
# login (main/os/login-start.ts), what Windows needs to show its notifications (main/os/app-id.ts), and downloaded
# versions.

!define FAKSLA_EXPLORER "Software\Microsoft\Windows\CurrentVersion\Explorer"
!define FAKSLA_ACTIVATOR "{73397F49-D0A6-405B-B203-CDB127A03507}"

# Of all who are logged in, where the program is everyone's.
!macro removeTraces
  ${If} $installMode == "all"
    !insertmacro forEachLoggedIn removeTracesIn
    !insertmacro forEachProfile removeTracesOfProfile
  ${Else}
    !insertmacro removeTracesIn HKCU ""
    Delete "$SMPROGRAMS\${SHORTCUT_NAME}.lnk"
  ${EndIf}
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\faksla-updater"
  !insertmacro backToContext
  ClearErrors
!macroend

!macro removeTracesIn ROOT KEY
  DeleteRegValue ${ROOT} "${KEY}Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
  DeleteRegValue ${ROOT} "${KEY}${FAKSLA_EXPLORER}\StartupApproved\Run" "${APP_ID}"
  DeleteRegKey ${ROOT} "${KEY}Software\Classes\CLSID\${FAKSLA_ACTIVATOR}"
  DeleteRegKey /ifempty ${ROOT} "${KEY}Software\Classes\CLSID"
!macroend

!macro removeTracesOfProfile
  Delete "$R7\AppData\Roaming\Microsoft\Windows\Start Menu\Programs\${SHORTCUT_NAME}.lnk"
  RMDir /r "$R7\AppData\Local\faksla-updater"
!macroend

# Calls MACRO with the root and the key of each user whose registry Windows has loaded.
!macro forEachLoggedIn MACRO
  Push $R6
  Push $R7
  StrCpy $R6 0
  ${Do}
    EnumRegKey $R7 HKU "" $R6
    ${If} $R7 != ""
      !insertmacro ${MACRO} HKU "$R7\"
    ${EndIf}
    IntOp $R6 $R6 + 1
  ${LoopUntil} $R7 == ""
  Pop $R7
  Pop $R6
!macroend
