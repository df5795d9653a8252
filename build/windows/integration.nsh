# What Windows knows of Faksla: "Send as fax" in Explorer's menu and in Send To, "Open with", and links.
#
# SHCTX is the user's own part of the registry, or the machine's where it was installed for everyone. Nothing here
# makes Faksla the default of anything: kinds of files and links are offered as capabilities, and the user chooses.
# Whatever is written here is taken back by forgetFaksla; build/windows/installer.test.ts looks.

!include LogicLib.nsh

!define FAKSLA_DOCUMENT "Faksla.Document"
!define FAKSLA_LINK "Faksla.Link"
!define FAKSLA_CAPABILITIES "Software\Faksla\Capabilities"
!define FAKSLA_VERB "Faksla.SendAsFax"

# Calls MACRO once for each ending of a file that Explorer offers to fax.
!macro forEachEnding MACRO
  !insertmacro ${MACRO} .pdf
  !insertmacro ${MACRO} .png
  !insertmacro ${MACRO} .jpg
  !insertmacro ${MACRO} .jpeg
  !insertmacro ${MACRO} .tif
  !insertmacro ${MACRO} .tiff
  !insertmacro ${MACRO} .bmp
  !insertmacro ${MACRO} .gif
  !insertmacro ${MACRO} .webp
  !insertmacro ${MACRO} .heic
  !insertmacro ${MACRO} .heif
!macroend

# $R8 is the verb's name in the user's language, $R9 the program. After `--` no word is an option, whatever a file or
# a link is called.
!macro writeVerb KEY
  WriteRegStr SHCTX "${KEY}" "" "$R8"
  WriteRegStr SHCTX "${KEY}" "MUIVerb" "$R8"
  WriteRegStr SHCTX "${KEY}" "Icon" '"$R9",0'
  WriteRegStr SHCTX "${KEY}" "MultiSelectModel" "Player"
  WriteRegStr SHCTX "${KEY}\command" "" '"$R9" -- "%1"'
!macroend

!macro learnEnding ENDING
  !insertmacro writeVerb "Software\Classes\SystemFileAssociations\${ENDING}\shell\${FAKSLA_VERB}"
  WriteRegStr SHCTX "Software\Classes\Applications\faksla.exe\SupportedTypes" "${ENDING}" ""
  WriteRegStr SHCTX "${FAKSLA_CAPABILITIES}\FileAssociations" "${ENDING}" "${FAKSLA_DOCUMENT}"
!macroend

!macro learnOpening KEY DESCRIPTION
  WriteRegStr SHCTX "${KEY}" "" "${DESCRIPTION}"
  WriteRegStr SHCTX "${KEY}" "FriendlyTypeName" "${DESCRIPTION}"
  WriteRegStr SHCTX "${KEY}\DefaultIcon" "" '"$R9",0'
  WriteRegStr SHCTX "${KEY}\shell\open" "FriendlyAppName" "Faksla"
  WriteRegStr SHCTX "${KEY}\shell\open\command" "" '"$R9" -- "%1"'
!macroend

# Needs $INSTDIR and the shell context; uses $R8 and $R9.
!macro learnFaksla
  Push $R8
  Push $R9
  StrCpy $R9 "$INSTDIR\faksla.exe"
  ${If} $LANGUAGE == 1055
    StrCpy $R8 "Faks olarak gönder"
  ${Else}
    StrCpy $R8 "Send as fax"
  ${EndIf}

  WriteRegStr SHCTX "Software\Classes\Applications\faksla.exe" "FriendlyAppName" "Faksla"
  WriteRegStr SHCTX "Software\Classes\Applications\faksla.exe\DefaultIcon" "" '"$R9",0'
  WriteRegStr SHCTX "Software\Classes\Applications\faksla.exe\shell\open\command" "" '"$R9" -- "%1"'

  WriteRegStr SHCTX "${FAKSLA_CAPABILITIES}" "ApplicationName" "Faksla"
  WriteRegStr SHCTX "${FAKSLA_CAPABILITIES}" "ApplicationIcon" '"$R9",0'
  ${If} $LANGUAGE == 1055
    WriteRegStr SHCTX "${FAKSLA_CAPABILITIES}" "ApplicationDescription" "Bulutsantralim ile faks gönderir ve alır"
    !insertmacro learnOpening "Software\Classes\${FAKSLA_DOCUMENT}" "Faks çekilecek belge"
    !insertmacro learnOpening "Software\Classes\${FAKSLA_LINK}" "Faks numarası"
  ${Else}
    WriteRegStr SHCTX "${FAKSLA_CAPABILITIES}" "ApplicationDescription" "Sends and receives faxes through Bulutsantralim"
    !insertmacro learnOpening "Software\Classes\${FAKSLA_DOCUMENT}" "Document to fax"
    !insertmacro learnOpening "Software\Classes\${FAKSLA_LINK}" "Fax number"
  ${EndIf}
  !insertmacro forEachEnding learnEnding
  WriteRegStr SHCTX "Software\Classes\${FAKSLA_LINK}" "URL Protocol" ""
  WriteRegStr SHCTX "${FAKSLA_CAPABILITIES}\URLAssociations" "fax" "${FAKSLA_LINK}"
  WriteRegStr SHCTX "${FAKSLA_CAPABILITIES}\URLAssociations" "tel" "${FAKSLA_LINK}"
  WriteRegStr SHCTX "${FAKSLA_CAPABILITIES}\URLAssociations" "faksla" "${FAKSLA_LINK}"
  # This scheme is our own, so there is nobody to take it from.
  !insertmacro learnOpening "Software\Classes\faksla" "URL:Faksla"
  WriteRegStr SHCTX "Software\Classes\faksla" "URL Protocol" ""
  WriteRegStr SHCTX "Software\RegisteredApplications" "Faksla" "${FAKSLA_CAPABILITIES}"

  !insertmacro tellExplorer
  Pop $R9
  Pop $R8
!macroend

# For the user who installs: Windows has no Send To that all users share.
!macro learnSendTo
  ${If} $LANGUAGE == 1055
    CreateShortCut "$SENDTO\Faks olarak gönder.lnk" "$INSTDIR\faksla.exe" "--" "$INSTDIR\faksla.exe" 0
  ${Else}
    CreateShortCut "$SENDTO\Send as fax.lnk" "$INSTDIR\faksla.exe" "--" "$INSTDIR\faksla.exe" 0
  ${EndIf}
!macroend

# Keys that others share go only where they are empty, that is where we were the only ones in them.
!macro forgetEnding ENDING
  DeleteRegKey SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell\${FAKSLA_VERB}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\SystemFileAssociations\${ENDING}\shell"
  DeleteRegKey /ifempty SHCTX "Software\Classes\SystemFileAssociations\${ENDING}"
!macroend

!macro forgetFaksla
  !insertmacro forEachEnding forgetEnding
  DeleteRegKey /ifempty SHCTX "Software\Classes\SystemFileAssociations"
  DeleteRegKey SHCTX "Software\Classes\Applications\faksla.exe"
  DeleteRegKey /ifempty SHCTX "Software\Classes\Applications"
  DeleteRegKey SHCTX "Software\Classes\${FAKSLA_DOCUMENT}"
  DeleteRegKey SHCTX "Software\Classes\${FAKSLA_LINK}"
  DeleteRegKey SHCTX "Software\Classes\faksla"
  DeleteRegValue SHCTX "Software\RegisteredApplications" "Faksla"
  DeleteRegKey /ifempty SHCTX "Software\RegisteredApplications"
  DeleteRegKey SHCTX "${FAKSLA_CAPABILITIES}"
  DeleteRegKey /ifempty SHCTX "Software\Faksla"
  # Whichever language it was installed in.
  Delete "$SENDTO\Faks olarak gönder.lnk"
  Delete "$SENDTO\Send as fax.lnk"
  !insertmacro tellExplorer
!macroend

# SHChangeNotify(SHCNE_ASSOCCHANGED, SHCNF_FLUSH): Explorer reads the associations again.
!macro tellExplorer
  System::Call "shell32::SHChangeNotify(i,i,i,i) (0x08000000, 0x1000, 0, 0)"
!macroend
