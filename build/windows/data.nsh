# Asks whether the user's faxes, records and settings go with the program. A silent uninstall keeps them, and so does
# a mistaken Enter. The API key in the Windows credential store goes with them.
!macro askAboutData
  Push $0
  ${If} $LANGUAGE == 1055
    StrCpy $0 "Gönderdiğiniz fakslar, kayıtlar ve ayarlar da silinsin mi?$\r$\n$\r$\nHayır derseniz bu bilgisayarda kalır; Faksla yeniden kurulunca yerinde olur."
  ${Else}
    StrCpy $0 "Delete your sent faxes, records and settings, too?$\r$\n$\r$\nIf you say no they stay on this computer, and are there when Faksla is installed again."
  ${EndIf}
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$0" /SD IDNO IDNO fakslaKeepsData
    SetShellVarContext current
    ExecWait '"$INSTDIR\faksla.exe" key delete'
    RMDir /r "$APPDATA\Faksla"
  fakslaKeepsData:
  Pop $0
!macroend
