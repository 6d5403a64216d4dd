import {afterAll} from '@jest/globals'
import nock from 'nock'

// A test reaches nothing but this machine.
nock.disableNetConnect()
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[?::1\]?)(:\d+)?$/)

// nock patches modules that the files of one worker share: unless restored, the next file that uses nock fails.
afterAll(() => {
  nock.cleanAll()
  nock.restore()
})
