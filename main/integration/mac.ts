import { join } from 'node:path';
import { APP_ID } from '../os/app-id';
import type { Place, PlaceParts } from './place';
import { type Plist, writePlist } from './plist';

/** What macOS offers: Finder's Quick Actions, and the PDF menu of every Print dialog. */
export const macPlaces = ({ home, verb }: PlaceParts): Place[] => [finderAction(home, verb), printMenu(home, verb)];

/** An Automator workflow of the kind Finder lists under Quick Actions and Services. */
function finderAction(home: string, verb: string): Place {
  const root = join(home, 'Library/Services', `${verb}.workflow`);
  return {
    id: 'finderAction',
    root,
    files: [
      { path: join(root, 'Contents/Info.plist'), content: writePlist(serviceInfo(verb)) },
      { path: join(root, 'Contents/document.wflow'), content: writePlist(workflow) },
    ],
  };
}

const serviceInfo = (verb: string): Plist => ({
  CFBundleIdentifier: `${APP_ID}.quick-action`,
  CFBundleName: verb,
  NSServices: [
    {
      NSMenuItem: { default: verb },
      NSMessage: 'runWorkflowAsService',
      NSIconName: 'NSActionTemplate',
      NSRequiredContext: { NSApplicationIdentifier: 'com.apple.finder' },
      NSSendFileTypes: ['com.adobe.pdf', 'public.image'],
    },
  ],
});

const strings: Plist = { Container: 'List', Types: ['com.apple.cocoa.string'] };
const files = 'com.apple.Automator.fileSystemObject';
const nothing = 'com.apple.Automator.nothing';

/** One action, Run Shell Script, with the chosen files as its arguments: all of them open as one fax. */
const workflow: Plist = {
  AMApplicationBuild: '523',
  AMApplicationVersion: '2.10',
  AMDocumentVersion: '2',
  actions: [
    {
      action: {
        AMAccepts: { ...(strings as object), Optional: true } as Plist,
        AMActionVersion: '2.0.3',
        AMApplication: ['Automator'],
        AMParameterProperties: {
          COMMAND_STRING: {},
          CheckedForUserDefaultShell: {},
          inputMethod: {},
          shell: {},
          source: {},
        },
        AMProvides: strings,
        ActionBundlePath: '/System/Library/Automator/Run Shell Script.action',
        ActionName: 'Run Shell Script',
        ActionParameters: {
          COMMAND_STRING: `exec /usr/bin/open -b ${APP_ID} "$@"`,
          CheckedForUserDefaultShell: true,
          // As arguments, not on standard input.
          inputMethod: 1,
          shell: '/bin/sh',
          source: '',
        },
        BundleIdentifier: 'com.apple.RunShellScript',
        CFBundleVersion: '2.0.3',
        CanShowSelectedItemsWhenRun: false,
        CanShowWhenRun: true,
        Category: ['AMCategoryUtilities'],
        'Class Name': 'RunShellScriptAction',
        InputUUID: '6F0B7A52-4C0D-4B5C-9B5E-0B2F6E6C1A01',
        OutputUUID: '6F0B7A52-4C0D-4B5C-9B5E-0B2F6E6C1A02',
        UUID: '6F0B7A52-4C0D-4B5C-9B5E-0B2F6E6C1A03',
        UnlocalizedApplications: ['Automator'],
        arguments: {},
        isViewVisible: 1,
      },
      isViewVisible: 1,
    },
  ],
  connectors: {},
  workflowMetaData: {
    applicationBundleIDsByPath: {},
    applicationPaths: [],
    inputTypeIdentifier: files,
    outputTypeIdentifier: nothing,
    presentationMode: 15,
    processesInput: 0,
    serviceApplicationBundleID: 'com.apple.finder',
    serviceApplicationPath: '/System/Library/CoreServices/Finder.app',
    serviceInputTypeIdentifier: files,
    serviceOutputTypeIdentifier: nothing,
    serviceProcessesInput: 0,
    systemImageName: 'NSActionTemplate',
    useAutomaticInputType: 0,
    workflowTypeIdentifier: 'com.apple.Automator.servicesMenu',
  },
};

/** A script there is given the job's title, its options and the PDF. */
function printMenu(home: string, verb: string): Place {
  const root = join(home, 'Library/PDF Services', verb);
  const content = `#!/bin/sh\nfor last; do :; done\nexec /usr/bin/open -b ${APP_ID} "$last"\n`;
  return { id: 'printMenu', root, files: [{ path: root, content, isExecutable: true }] };
}
