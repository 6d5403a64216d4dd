import type {Inquiry} from './inquiry.ts'
import {status} from './status.ts'

export const inquiries: readonly Inquiry[] = [status]
