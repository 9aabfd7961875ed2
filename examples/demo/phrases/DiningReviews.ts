/** Phrases of the example of the restaurants. */
import type { Phrases } from "../Phrases.ts"

export const diningReviews: Phrases = {
  remedies: [
    {
      of: ["waiting", "booking"],
      proposal: ["请您再来一次，给您留位，当天店长接待"],
      correction: ["致电道歉，送一张免排队券", "退还这道没上的菜"],
      result: ["高峰期加了一名传菜，叫号屏也修好了", "订座系统已改，到点留位十五分钟"],
      whys: ["上菜慢", "高峰期传菜跟不上", "排班按平均客流，不按预订量"],
      surface: "当时太忙",
      systemic: true,
      prevention: { what: "按预订量排传菜班次", metric: "三十分钟上齐率", target: ">= 90%" }
    },
    {
      of: ["hygiene"],
      proposal: ["今天停售这道菜，查清后告诉您"],
      correction: ["停售封样，致电道歉并免单", "当场打扫，换了餐具"],
      result: ["叶菜加了浸泡工序，后厨已重新培训", "排烟和空调已修好，每两小时巡一次"],
      whys: ["客人吃出异物", "洗菜只过一遍水", "叶菜没有浸泡工序", "工序卡里没写"],
      surface: "员工疏忽",
      systemic: true,
      prevention: { what: "叶菜加浸泡工序并写进工序卡", metric: "异物投诉", target: "0" }
    },
    {
      of: ["taste", "portion", "choice"],
      proposal: ["请您再来一次，这道菜我们重做"],
      correction: ["致电道歉，免去这道菜的费用", "请客人再来，重做一份"],
      result: ["出品标准重新定了克数和火候，今天起有专人尝", "这道菜已换回原来的供应商"],
      whys: ["味道和以前不一样", "换了厨师", "菜谱只写了用料，没写火候"],
      surface: "员工疏忽",
      systemic: false,
      prevention: { what: "菜谱补上火候和克数", metric: "退菜率", target: "<= 1%" }
    },
    {
      of: [],
      proposal: ["店长给您去电，当面听您说"],
      correction: ["当班同事致电道歉", "店长致电道歉，退还有争议的费用"],
      result: ["当班同事已单独谈话，高峰期领位不离岗", "价目和收费项目已贴在门口和菜单首页"],
      whys: ["客人觉得被怠慢", "没人看到客人进门", "高峰期领位去传菜了"],
      surface: "服务员个人态度",
      systemic: false,
      prevention: { what: "高峰期领位不离岗", metric: "态度投诉", target: "<= 1 / 月" }
    }
  ],
  offer: ["另送一份招牌菜"],
  counter: ["重做可以，但不想再等位"],
  refuse: ["不会再来了，不用补偿"],
  shortfall: ["", "当天的监控已覆盖，无法回看", "店面所限，座位间距暂时改不了"],
  answered: ["可以的，提前一天打门店电话就行"],
  satisfied: ["谢谢，下次再来看看", "处理得挺快的"],
  dissatisfied: ["周末又去了一次，还是一样"],
  explained: ["场地所限，暂时改不了，已向客人说明", "时价菜品，点单前已告知价格"],
  handover: ["客人是他接待的", "我明天休息"],
  declined: ["今天没有我的班"],
  compensation: ["免一道菜", "等位过久，送代金券", "餐具费退回"],
  denied: ["先请客人回来重做一次"],
  extension: ["厂家周末才来修"],
  question: ["请问是哪天、几号桌？方便我们查一下当班的人。"],
  answer: ["周六晚上，靠窗那桌"],
  update: ["您反映的我们在查，明天回复您。"],
  adopted: ["下周的菜单就加上"],
  later: ["装修时一并考虑"],
  turnedDown: ["食材供应不稳定，暂时做不到"],
  reviewed: ["读了原话定的", "店长复核"],
  waived: ["该菜已下架，无从观察"],
  done: ["已落实，照片在案"],
  fields: { explanation: ["场地所限，暂时改不了", "时价菜品，点单前已告知"] }
}
