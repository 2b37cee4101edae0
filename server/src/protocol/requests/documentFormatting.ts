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
  serve: ({ connection, service, settings }) => {
    connection.onDocumentFormatting(({ textDocument, options }) =>
      service.formatting(textDocument.uri, options, settings().bullets),
    );
    connection.onDocumentRangeFormatting(({ textDocument, options, range }) =>
      service.formatting(textDocument.uri, options, settings().bullets, range),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }) =>
      service.onTypeFormatting(textDocument.uri, position, ch),
    );
  },
};
