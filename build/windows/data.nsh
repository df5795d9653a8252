# The user's faxes, records and settings. Whether they go with the program is asked; a silent uninstall keeps them, and
# so does a mistaken Enter. /KEEP_APP_DATA keeps them unasked, --delete-app-data deletes them unasked. The API key in
# the Windows credential store goes with them. Needs $installMode; leaves the shell context as it was.
!macro askAboutData
  Push $0
  Push $1
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/KEEP_APP_DATA" $1
  ${If} ${isDeleteAppData}
    !insertmacro deleteData
  ${ElseIf} ${Errors}
    ${If} $LANGUAGE == 1055
      StrCpy $0 "Gönderdiğiniz fakslar, kayıtlar ve ayarlar da silinsin mi?$\r$\n$\r$\nHayır derseniz bu bilgisayarda kalır; Faksla yeniden kurulunca yerinde olur."
    ${Else}
      StrCpy $0 "Delete your sent faxes, records and settings, too?$\r$\n$\r$\nIf you say no they stay on this computer, and are there when Faksla is installed again."
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$0" /SD IDNO IDYES`
      !insertmacro deleteData
    ${EndIf}
  ${EndIf}
  ClearErrors
  Pop $1
  Pop $0
!macroend

# Each user's own, also where the program is everyone's.
!macro deleteData
  SetShellVarContext current
  ExecWait '"$INSTDIR\faksla.exe" key delete'
  RMDir /r "$APPDATA\Faksla"
  !insertmacro backToContext
!macroend
