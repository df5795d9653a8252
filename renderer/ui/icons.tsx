import type { ReactElement, ReactNode } from 'react';
import styles from './icons.module.css';

export type Icon = (props: { size?: number }) => ReactElement;

const drawn =
  (shapes: ReactNode): Icon =>
  ({ size = 16 }) => (
    <svg width={size} height={size} viewBox="0 0 16 16" className={styles.icon} aria-hidden="true">
      {shapes}
    </svg>
  );

export const FaxIcon = drawn(
  <>
    <path d="M4.5 6V1.7h5.2L11.5 3.5V6" />
    <path d="M3 6h10a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1Z" />
    <path d="M5 13v1.3h6V13M5 9.3h3" />
    <path d="M11 9.3h.01" strokeWidth="1.8" />
  </>,
);
export const OutboxIcon = drawn(
  <>
    <path d="M2 9.5V13a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V9.5h-3.5L9.3 11.3H6.7L5.5 9.5Z" />
    <path d="M8 8V1.8M5.3 4.3 8 1.8l2.7 2.5" />
  </>,
);
export const PendingIcon = drawn(
  <>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M8 4.4V8l2.4 1.6" />
  </>,
);
export const RecordsIcon = drawn(
  <>
    <path d="M3 2h10v12H3z" />
    <path d="M5.5 5.2h5M5.5 8h5M5.5 10.8h3" />
  </>,
);
export const SettingsIcon = drawn(
  <>
    <path d="M2 4.5h6.2M12 4.5h2M2 11.5h2M7.8 11.5H14" />
    <circle cx="10.1" cy="4.5" r="1.9" />
    <circle cx="5.9" cy="11.5" r="1.9" />
  </>,
);
export const SendIcon = drawn(<path d="M14 2 7.2 8.8M14 2 9.6 14l-2.4-5.2L2 6.4Z" />);
export const AddIcon = drawn(<path d="M8 3v10M3 8h10" />);
export const RotateRightIcon = drawn(
  <>
    <path d="M12.9 9.2A5.2 5.2 0 1 1 11.6 4l1.6 1.5" />
    <path d="M13.4 2.2v3.4H10" />
  </>,
);
export const RotateLeftIcon = drawn(
  <>
    <path d="M3.1 9.2A5.2 5.2 0 1 0 4.4 4L2.8 5.5" />
    <path d="M2.6 2.2v3.4H6" />
  </>,
);
export const DeleteIcon = drawn(
  <>
    <path d="M2.8 4.2h10.4M6 4V2.4h4V4" />
    <path d="m4.2 4.4.7 9.2h6.2l.7-9.2M6.7 6.9v4.2M9.3 6.9v4.2" />
  </>,
);
export const UndoIcon = drawn(<path d="M5.6 2.8 2.6 5.8l3 3M3 5.8h6.4a3.7 3.7 0 0 1 0 7.4H6" />);
export const RedoIcon = drawn(<path d="m10.4 2.8 3 3-3 3M13 5.8H6.6a3.7 3.7 0 0 0 0 7.4H10" />);
export const CropIcon = drawn(<path d="M4.5 1.5v10h10M1.5 4.5h10v10" />);
export const CloseIcon = drawn(<path d="m4 4 8 8M12 4l-8 8" />);
export const PreviousIcon = drawn(<path d="m10 3-5 5 5 5" />);
export const NextIcon = drawn(<path d="m6 3 5 5-5 5" />);
export const UpIcon = drawn(<path d="m3.5 10 4.5-4.5L12.5 10" />);
export const DownIcon = drawn(<path d="m3.5 6 4.5 4.5L12.5 6" />);
export const RefreshIcon = drawn(
  <>
    <path d="M13.2 6.4A5.5 5.5 0 0 0 3.4 5M2.8 9.6A5.5 5.5 0 0 0 12.6 11" />
    <path d="M3.1 2v3.2h3.2M12.9 14v-3.2H9.7" />
  </>,
);
export const WarningIcon = drawn(
  <>
    <path d="M8 2.2 14.4 13.4H1.6Z" />
    <path d="M8 6.4v3.4" />
    <path d="M8 11.6h.01" strokeWidth="1.8" />
  </>,
);
export const ErrorIcon = drawn(
  <>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M8 4.8v3.8" />
    <path d="M8 11h.01" strokeWidth="1.8" />
  </>,
);
export const DoneIcon = drawn(
  <>
    <circle cx="8" cy="8" r="6.2" />
    <path d="m5.2 8.2 2 2 3.7-4.2" />
  </>,
);
export const InfoIcon = drawn(
  <>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M8 7.4v3.6" />
    <path d="M8 5h.01" strokeWidth="1.8" />
  </>,
);
export const QuestionIcon = drawn(
  <>
    <circle cx="8" cy="8" r="6.2" />
    <path d="M6.2 6.3a1.9 1.9 0 1 1 2.7 1.8c-.6.3-.9.6-.9 1.2" />
    <path d="M8 11.4h.01" strokeWidth="1.8" />
  </>,
);
export const CancelledIcon = drawn(
  <>
    <circle cx="8" cy="8" r="6.2" />
    <path d="m3.7 12.3 8.6-8.6" />
  </>,
);
export const KeyIcon = drawn(
  <>
    <circle cx="5" cy="11" r="2.8" />
    <path d="m7 9 6.5-6.5M11 5l2 2" />
  </>,
);
export const InboundIcon = drawn(<path d="M12.5 3.5 4 12M4 6v6h6" />);
export const OutboundIcon = drawn(<path d="M3.5 12.5 12 4M6 4h6v6" />);
export const InternalIcon = drawn(<path d="M2 8h12M4.7 5 2 8l2.7 3M11.3 5 14 8l-2.7 3" />);
export const OpenIcon = drawn(<path d="M9 2.5h4.5V7M13.2 2.8 7.5 8.5M11.5 9.5v4h-9v-9h4" />);
export const FilterIcon = drawn(<path d="M2 3h12L9.5 8.4v4.4l-3 1.2V8.4Z" />);
export const DropIcon = drawn(
  <>
    <path d="M9.8 1.8H3.6v12.4h8.8V4.4Z" />
    <path d="M9.8 1.8v2.6h2.6M8 6.6v4.6M5.9 9.2 8 11.3l2.1-2.1" />
  </>,
);
export const GripIcon = drawn(<path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01" strokeWidth="2" />);
export const PauseIcon = drawn(<path d="M5.5 3v10M10.5 3v10" strokeWidth="2" />);
export const ResumeIcon = drawn(<path d="M5 3.2 12.5 8 5 12.8Z" />);
export const PrintIcon = drawn(
  <>
    <path d="M4.5 5.5V1.8h7v3.7M4.5 11.5H2.2v-6h11.6v6h-2.3" />
    <path d="M4.5 9.2h7v5h-7Z" />
  </>,
);
export const CopyIcon = drawn(
  <>
    <path d="M5.5 5.5h8v8.3h-8Z" />
    <path d="M10.5 5.3V2.2h-8v8.3h2.8" />
  </>,
);
export const ZoomInIcon = drawn(
  <>
    <circle cx="7" cy="7" r="4.8" />
    <path d="m10.6 10.6 3.4 3.4M7 5v4M5 7h4" />
  </>,
);
export const ZoomOutIcon = drawn(
  <>
    <circle cx="7" cy="7" r="4.8" />
    <path d="m10.6 10.6 3.4 3.4M5 7h4" />
  </>,
);
export const FitWidthIcon = drawn(<path d="M1.8 2.5v11M14.2 2.5v11M4 8h8M6 6 4 8l2 2M10 6l2 2-2 2" />);
export const FitPageIcon = drawn(
  <>
    <path d="M3.5 1.8h9v12.4h-9Z" />
    <path d="M8 4.5v7M6.4 6 8 4.5 9.6 6M6.4 10 8 11.5 9.6 10" />
  </>,
);
export const ReplyIcon = drawn(<path d="M6.5 3.5 2.5 7.3l4 3.8M3 7.3h6.2a4.3 4.3 0 0 1 4.3 4.3v.9" />);
export const ProofIcon = drawn(
  <>
    <path d="M12.5 7.2V4.6L9.8 1.8H3.5v12.4H7" />
    <circle cx="11" cy="10.6" r="2.3" />
    <path d="m9.7 12.6-.5 2.2 1.8-.8 1.8.8-.5-2.2M6 5.3h3M6 8h1.6" />
  </>,
);
