# What Windows knows of Faksla: "Send as fax" in Explorer's menu and in Send To, "Open with", and links.
#
# SHCTX is the user's own part of the registry, or the machine's where it was installed for everyone. Nothing here
# makes Faksla the default of anything: kinds of files and links are offered as capabilities, and the user chooses.
# Whatever is written here is taken back by forgetFaksla; build/e2e/windows-installer.test.ts looks.

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

# Windows has no Send To that all users share: where the program is everyone's, each gets a link, and so does whoever
# comes later, whose folders Windows copies from those of "Default".
!macro learnSendTo
  ${If} $installMode == "all"
    !insertmacro forEachProfile writeSendToOfProfile
  ${Else}
    !insertmacro writeSendTo "$SENDTO"
  ${EndIf}
!macroend

!macro forgetSendTo
  ${If} $installMode == "all"
    !insertmacro forEachProfile removeSendToOfProfile
  ${Else}
    !insertmacro removeSendTo "$SENDTO"
  ${EndIf}
!macroend

!define FAKSLA_SENDTO "AppData\Roaming\Microsoft\Windows\SendTo"

!macro writeSendToOfProfile
  ${If} ${FileExists} "$R7\${FAKSLA_SENDTO}\*.*"
    !insertmacro writeSendTo "$R7\${FAKSLA_SENDTO}"
  ${EndIf}
!macroend

!macro removeSendToOfProfile
  !insertmacro removeSendTo "$R7\${FAKSLA_SENDTO}"
!macroend

!macro writeSendTo FOLDER
  ${If} $LANGUAGE == 1055
    CreateShortCut "${FOLDER}\Faks olarak gönder.lnk" "$INSTDIR\faksla.exe" "--" "$INSTDIR\faksla.exe" 0
  ${Else}
    CreateShortCut "${FOLDER}\Send as fax.lnk" "$INSTDIR\faksla.exe" "--" "$INSTDIR\faksla.exe" 0
  ${EndIf}
!macroend

# Whichever language it was installed in.
!macro removeSendTo FOLDER
  Delete "${FOLDER}\Faks olarak gönder.lnk"
  Delete "${FOLDER}\Send as fax.lnk"
!macroend

!define FAKSLA_PROFILES "SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"

# Calls MACRO with each user's folder in $R7, and last with that of users to come.
!macro forEachProfile MACRO
  Push $R5
  Push $R6
  Push $R7
  StrCpy $R6 0
  ${Do}
    EnumRegKey $R5 HKLM "${FAKSLA_PROFILES}" $R6
    ${If} $R5 == ""
      ReadRegStr $R7 HKLM "${FAKSLA_PROFILES}" "Default"
    ${Else}
      ReadRegStr $R7 HKLM "${FAKSLA_PROFILES}\$R5" "ProfileImagePath"
    ${EndIf}
    ${If} $R7 != ""
      ExpandEnvStrings $R7 $R7
      !insertmacro ${MACRO}
    ${EndIf}
    IntOp $R6 $R6 + 1
  ${LoopUntil} $R5 == ""
  ClearErrors
  Pop $R7
  Pop $R6
  Pop $R5
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
  !insertmacro tellExplorer
!macroend

# SHChangeNotify(SHCNE_ASSOCCHANGED, SHCNF_FLUSH): Explorer reads the associations again.
!macro tellExplorer
  System::Call "shell32::SHChangeNotify(i,i,i,i) (0x08000000, 0x1000, 0, 0)"
!macroend
