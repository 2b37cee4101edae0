import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver';
import { FORMATTING_TRIGGERS } from '../../service';
import type { RequestFeature } from './request';

const [firstTriggerCharacter, ...moreTriggerCharacter] = FORMATTING_TRIGGERS;

/** Of documents, of ranges, and while typing. */
export const formatting: RequestFeature = {
  announce: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter, moreTriggerCharacter },
  }),
  serve: ({ service, settings, answer }) => {
    answer(DocumentFormattingRequest.type, ({ textDocument, options }) =>
      service.formatting(textDocument.uri, options, settings().bullets),
    );
    answer(DocumentRangeFormattingRequest.type, ({ textDocument, options, range }) =>
      service.formatting(textDocument.uri, options, settings().bullets, range),
    );
    answer(DocumentOnTypeFormattingRequest.type, ({ textDocument, position, ch }) =>
      service.onTypeFormatting(textDocument.uri, position, ch),
    );
  },
};
