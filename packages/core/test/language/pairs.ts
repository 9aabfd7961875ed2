/** Pairs of texts about one thing, in both languages, for the tests of likeness. */

type Pair = readonly [string, string]

/** Texts sent again with small edits: a greeting, a typing mistake, a word more or less. */
export const reposted: readonly Pair[] = [
  ["My invoice of May is wrong, I was charged 40 too much.", "My invoice of May is wrong, I was charged 40 too much!!"],
  [
    "The parcel has not arrived yet although it was promised for Friday.",
    "Hello, the parcel has not arrived yet although it was promised for Friday."
  ],
  [
    "I was charged twice for the same subscription in October, please refund one of the payments.",
    "I was charged twice for the same subscription in October. Please refund one of the payments, thanks."
  ],
  [
    "The washing machine leaks water at the door since the technician was here last Tuesday.",
    "The washing machine leaks water at the dooor since the technician was here last Tuesday."
  ],
  ["Your app crashes whenever I open the payment page.", "Your app crashes everytime I open the payment page"],
  [
    "Nobody calls me back about the broken heating. It is cold and we have small children.",
    "Still nobody calls me back about the broken heating. It is cold and we have small children."
  ],
  [
    "The hotel room was dirty, the shower did not work and the staff was rude when I asked for help.",
    "The hotel room was dirty, the shower didn't work and the staff was rude when I asked for help."
  ],
  [
    "I returned the shoes three weeks ago and there is no refund on my account.",
    "I returned the shoes three weeks ago and there's no refund on my account!"
  ],
  ["Wrong size delivered, I ordered a 42 and got a 39", "wrong size delivered. I ordered a 42 and got a 39"],
  [
    "Internet has been down since Monday morning in our whole street, the modem shows a red light.",
    "Internet has been down since monday morning in our whole street, the modem shows red light"
  ],
  [
    "My bag was lost on the flight from Lyon to Oslo and the desk could not tell where it is.",
    "Hi team, my bag was lost on the flight from Lyon to Oslo and the desk could not tell me where it is."
  ],
  [
    "The gift card I bought yesterday is not accepted at the checkout.",
    "The giftcard I bought yesterday is not accepted at the checkout."
  ],
  [
    "Please stop calling me at work about a debt that is not mine. I have asked you in writing twice.",
    "Please stop calling me at work about a debt which is not mine. I have asked you in writing twice already."
  ],
  [
    "The contract says two years of guarantee, yet the shop refuses to repair the coffee machine.",
    "The contract says 2 years of guarantee, yet the shop refuses to repair the coffee machine."
  ],
  ["I cannot log in any more, the reset mail never comes.", "I can not log in any more, the reset email never comes."],
  [
    "The train was cancelled without notice and I had to pay for a taxi. I want the fare back.",
    "The train was cancelled without any notice and I had to pay a taxi. I want the fare back."
  ],
  [
    "Two of the six glasses were broken when the box arrived.",
    "As I wrote yesterday: two of the six glasses were broken when the box arrived."
  ],
  [
    "The bank closed my account without a reason and keeps my money.",
    "The bank has closed my account without a reason and keeps my money"
  ],
  [
    "The new update deleted all of my saved addresses and I cannot restore them from the backup.",
    "The new update deleted all my saved adresses and I cannot restore them from the backup."
  ],
  [
    "Your driver left the delivery in the rain, the books are soaked.",
    "Your driver left the delivery in the rain, the books are soaked. Please answer."
  ],
  [
    "The meter reading on the electricity bill is far too high for a flat of two people.",
    "The meter reading on the electricity bill is much too high for a flat of two people."
  ],
  [
    "The dentist appointment was moved three times and now nobody confirms the new date.",
    "The dentist appointment was moved three times, and now no one confirms the new date."
  ],
  [
    "The sofa has a hole on the left side and the legs are missing.",
    "the sofa has a hole at the left side and the legs are missing"
  ],
  [
    "We waited ninety minutes for the food and it came cold. The waiter only laughed.",
    "We waited ninety minutes for the food and it came cold. The waiter just laughed!"
  ],
  [
    "I booked a non-smoking room with a sea view and got a smoky room to the yard. The front desk said that all other rooms were taken and offered a voucher for the bar.",
    "I booked a non smoking room with sea view and got a smoky room to the yard. The front desk said all other rooms were taken and offered me a voucher for the bar."
  ],
  ["五月的账单不对，多收了我四十元。", "五月的账单不对，多收了我四十元！！"],
  ["快递到现在还没到，说好星期五送达的。", "你好，快递到现在还没到，说好星期五送达的"],
  ["十月的会员费重复扣了两次，请退还其中一笔。", "十月的会员费重复扣了两次，麻烦退还其中一笔，谢谢。"],
  ["洗衣机自从上周二师傅修过以后，门口一直漏水。", "洗衣机自从上周二师父修过以后，门口一直漏水"],
  ["一打开支付页面，软件就闪退。", "一打开支付页面软件就闪退！"],
  ["暖气坏了一直没人回电话，家里很冷，还有小孩。", "暖气坏了还是一直没人回电话，家里很冷，还有小孩。"],
  ["酒店房间很脏，淋浴坏了，找服务员帮忙态度还很差。", "酒店的房间很脏，淋浴坏了，找服务员帮忙态度还很差"],
  ["鞋子退回去三个星期了，退款一直没有到账。", "鞋子都退回去三个星期了，退款一直没有到账！！"],
  ["尺码发错了，我订的是四十二码，收到的是三十九码。", "尺码发错了，我订的四十二码，收到的是三十九码"],
  ["从周一早上开始整条街都断网了，光猫亮红灯。", "从周一早上开始，整条街都断网了，光猫一直亮红灯。"],
  [
    "从里昂飞奥斯陆的航班上行李丢了，柜台说不知道在哪里。",
    "您好，从里昂飞奥斯陆的航班上行李丢了，柜台说不知道在哪里！"
  ],
  ["昨天买的礼品卡结账时用不了。", "昨天买的礼品卡，结账时用不了。"],
  [
    "不要再往我单位打电话催一笔不是我的欠款，我已经书面说过两次了。",
    "请不要再往我单位打电话催一笔不是我的欠款，我已经书面说过两次了！"
  ],
  ["合同写明保修两年，门店却拒绝维修咖啡机。", "合同上写明保修两年，门店却拒绝维修咖啡机"],
  ["登录不上了，重置密码的邮件一直收不到。", "登陆不上了，重置密码的邮件一直收不到。"],
  ["火车取消了也不通知，我只好打车，请把车费退给我。", "火车取消了也不通知，我只好打车，请把车费退给我。急！"],
  ["箱子送到的时候六个杯子碎了两个。", "昨天说过了：箱子送到的时候六个杯子碎了两个。"],
  ["银行无缘无故关了我的账户，钱也不还给我。", "银行无缘无故关了我的账户，钱也不还我"],
  ["这次更新把我保存的地址全删了，备份里也恢复不了。", "这次更新把我保存的地址全部删了，备份里也恢复不了。"],
  ["司机把快递扔在雨里，书全湿了。", "司机把快递扔在雨里，书全湿了，请回复。"],
  ["电费账单上的读数太高了，我们家只有两个人住。", "电费账单的读数太高了，我们家只有两个人住。"],
  ["看牙的预约改了三次，现在新的时间也没人确认。", "看牙的预约改了三次，现在新时间也没有人确认。"],
  ["沙发左边有个洞，脚也少了两只。", "沙发左边有一个洞，脚也少了两只"],
  ["等了九十分钟菜才上来，还是凉的，服务员只是笑。", "等了九十分钟菜才上来，还是凉的，服务员就是笑！"],
  [
    "订的是无烟海景房，到店却给了一间朝院子的烟味房，前台说其他房间都满了，只给了一张酒吧的券。",
    "订的是无烟海景房，到店却给了间朝院子的烟味房，前台说其它房间都满了，只给了一张酒吧的券。"
  ]
]

/** The same words in another order. */
export const reordered: readonly Pair[] = [
  ["My invoice of May is wrong, I was charged 40 too much.", "I was charged 40 too much: my invoice of May is wrong."],
  [
    "The parcel has not arrived yet although it was promised for Friday.",
    "Although it was promised for Friday, the parcel has not arrived yet."
  ],
  [
    "I was charged twice for the same subscription in October, please refund one of the payments.",
    "Please refund one of the payments, in October I was charged twice for the same subscription."
  ],
  [
    "The washing machine leaks water at the door since the technician was here last Tuesday.",
    "Since the technician was here last Tuesday, the washing machine leaks water at the door."
  ],
  ["Your app crashes whenever I open the payment page.", "Whenever I open the payment page your app crashes."],
  [
    "Nobody calls me back about the broken heating. It is cold and we have small children.",
    "It is cold and we have small children. About the broken heating nobody calls me back."
  ],
  [
    "The hotel room was dirty, the shower did not work and the staff was rude when I asked for help.",
    "The staff was rude when I asked for help, the shower did not work and the hotel room was dirty."
  ],
  [
    "I returned the shoes three weeks ago and there is no refund on my account.",
    "There is no refund on my account and I returned the shoes three weeks ago."
  ],
  ["Wrong size delivered, I ordered a 42 and got a 39", "I ordered a 42 and got a 39, wrong size delivered"],
  [
    "Internet has been down since Monday morning in our whole street, the modem shows a red light.",
    "The modem shows a red light, in our whole street internet has been down since Monday morning."
  ],
  [
    "My bag was lost on the flight from Lyon to Oslo and the desk could not tell where it is.",
    "On the flight from Lyon to Oslo my bag was lost and where it is the desk could not tell."
  ],
  [
    "The gift card I bought yesterday is not accepted at the checkout.",
    "At the checkout the gift card I bought yesterday is not accepted."
  ],
  [
    "Please stop calling me at work about a debt that is not mine. I have asked you in writing twice.",
    "I have asked you in writing twice. Please stop calling me about a debt that is not mine at work."
  ],
  [
    "The contract says two years of guarantee, yet the shop refuses to repair the coffee machine.",
    "Yet the shop refuses to repair the coffee machine, the contract says two years of guarantee."
  ],
  ["I cannot log in any more, the reset mail never comes.", "The reset mail never comes, I cannot log in any more."],
  [
    "The train was cancelled without notice and I had to pay for a taxi. I want the fare back.",
    "I want the fare back. I had to pay for a taxi and without notice the train was cancelled."
  ],
  [
    "Two of the six glasses were broken when the box arrived.",
    "When the box arrived, two of the six glasses were broken."
  ],
  [
    "The bank closed my account without a reason and keeps my money.",
    "Without a reason the bank keeps my money and closed my account."
  ],
  [
    "The new update deleted all of my saved addresses and I cannot restore them from the backup.",
    "From the backup I cannot restore them: all of my saved addresses the new update deleted."
  ],
  [
    "Your driver left the delivery in the rain, the books are soaked.",
    "The books are soaked, your driver left the delivery in the rain."
  ],
  [
    "The meter reading on the electricity bill is far too high for a flat of two people.",
    "For a flat of two people the meter reading on the electricity bill is far too high."
  ],
  [
    "The dentist appointment was moved three times and now nobody confirms the new date.",
    "Now nobody confirms the new date and the dentist appointment was moved three times."
  ],
  [
    "The sofa has a hole on the left side and the legs are missing.",
    "The legs are missing and on the left side the sofa has a hole."
  ],
  [
    "We waited ninety minutes for the food and it came cold. The waiter only laughed.",
    "The waiter only laughed. It came cold and for the food we waited ninety minutes."
  ],
  [
    "I booked a room with a sea view and got a smoky room to the yard. The front desk offered a voucher for the bar.",
    "The front desk offered a voucher for the bar. I got a smoky room to the yard and booked a room with a sea view."
  ],
  ["五月的账单不对，多收了我四十元。", "多收了我四十元，五月的账单不对。"],
  ["快递到现在还没到，说好星期五送达的。", "说好星期五送达的，快递到现在还没到。"],
  ["十月的会员费重复扣了两次，请退还其中一笔。", "请退还其中一笔，会员费十月的重复扣了两次。"],
  ["洗衣机自从上周二师傅修过以后，门口一直漏水。", "自从上周二师傅修过以后，洗衣机门口一直漏水。"],
  ["一打开支付页面，软件就闪退。", "软件一打开支付页面就闪退。"],
  ["暖气坏了一直没人回电话，家里很冷，还有小孩。", "家里很冷，还有小孩，暖气坏了一直没人回电话。"],
  ["酒店房间很脏，淋浴坏了，找服务员帮忙态度还很差。", "淋浴坏了，酒店房间很脏，找服务员帮忙态度还很差。"],
  ["鞋子退回去三个星期了，退款一直没有到账。", "退款一直没有到账，鞋子三个星期了退回去。"],
  ["尺码发错了，我订的是四十二码，收到的是三十九码。", "我订的是四十二码，收到的是三十九码，尺码发错了。"],
  ["从周一早上开始整条街都断网了，光猫亮红灯。", "光猫亮红灯，整条街从周一早上开始都断网了。"],
  ["从里昂飞奥斯陆的航班上行李丢了，柜台说不知道在哪里。", "行李在从里昂飞奥斯陆的航班上丢了，在哪里柜台说不知道。"],
  ["昨天买的礼品卡结账时用不了。", "礼品卡昨天买的，结账时用不了。"],
  [
    "不要再往我单位打电话催一笔不是我的欠款，我已经书面说过两次了。",
    "我已经书面说过两次了，不要再往我单位打电话催一笔不是我的欠款。"
  ],
  ["合同写明保修两年，门店却拒绝维修咖啡机。", "门店却拒绝维修咖啡机，合同写明保修两年。"],
  ["登录不上了，重置密码的邮件一直收不到。", "重置密码的邮件一直收不到，登录不上了。"],
  ["火车取消了也不通知，我只好打车，请把车费退给我。", "请把车费退给我，火车取消了也不通知，我只好打车。"],
  ["箱子送到的时候六个杯子碎了两个。", "六个杯子碎了两个，箱子送到的时候。"],
  ["银行无缘无故关了我的账户，钱也不还给我。", "钱也不还给我，银行无缘无故把我的账户关了。"],
  ["这次更新把我保存的地址全删了，备份里也恢复不了。", "备份里也恢复不了，我保存的地址这次更新把全删了。"],
  ["司机把快递扔在雨里，书全湿了。", "书全湿了，快递司机把扔在雨里。"],
  ["电费账单上的读数太高了，我们家只有两个人住。", "我们家只有两个人住，电费账单上的读数太高了。"],
  ["看牙的预约改了三次，现在新的时间也没人确认。", "现在新的时间也没人确认，预约看牙的改了三次。"],
  ["沙发左边有个洞，脚也少了两只。", "左边沙发有个洞，脚也少了两只。"],
  ["等了九十分钟菜才上来，还是凉的，服务员只是笑。", "服务员只是笑，菜等了九十分钟才上来，还是凉的。"],
  [
    "订的是无烟海景房，到店却给了一间朝院子的烟味房，前台说其他房间都满了，只给了一张酒吧的券。",
    "到店却给了一间朝院子的烟味房，订的是无烟海景房，前台只给了一张酒吧的券，说其他房间都满了。"
  ]
]

/** Other words for the same thing. How many of them are alike is only reported. */
export const reworded: readonly Pair[] = [
  ["My invoice of May is wrong, I was charged 40 too much.", "The bill for last month overstates what I owe by forty."],
  [
    "The parcel has not arrived yet although it was promised for Friday.",
    "Where is my order? It should be here by now."
  ],
  ["I was charged twice for the same subscription in October.", "You took the membership fee two times this autumn."],
  ["The washing machine leaks water at the door.", "Our kitchen floor is wet every time we do the laundry."],
  ["Your app crashes whenever I open the payment page.", "I cannot pay by phone, the program shuts down each time."],
  ["Nobody calls me back about the broken heating.", "We freeze and hear nothing from your repair service."],
  ["The hotel room was dirty and the shower did not work.", "Bathroom out of order, dust everywhere, never cleaned."],
  [
    "I returned the shoes three weeks ago and there is no refund.",
    "Still waiting for my money for the boots I sent back."
  ],
  ["Wrong size delivered, I ordered a 42 and got a 39", "These are far too small, not what I bought."],
  ["Internet has been down since Monday morning.", "No connection for days, we cannot work from home."],
  ["My bag was lost on the flight from Lyon to Oslo.", "The suitcase never showed up on the belt in Norway."],
  ["The gift card I bought yesterday is not accepted.", "Your voucher does not work in the shop."],
  ["Please stop calling me at work about a debt.", "Your collectors ring the office every day, end it."],
  ["The shop refuses to repair the coffee machine.", "They will not honour the warranty on my espresso maker."],
  ["I cannot log in any more, the reset mail never comes.", "Locked out, and no link to choose another password."],
  ["The train was cancelled and I had to pay for a taxi.", "No service that night, the cab home cost me sixty."],
  ["Two of the six glasses were broken.", "Part of the set came in pieces."],
  ["The bank closed my account without a reason.", "You have shut me out of my savings and do not say why."],
  ["The new update deleted all of my saved addresses.", "Since the last version my contacts are gone."],
  ["Your driver left the delivery in the rain.", "The courier dropped the box outside and everything is wet."],
  ["The meter reading on the electricity bill is too high.", "We cannot have used that much power."],
  ["The dentist appointment was moved three times.", "You keep changing when I am to come in for my teeth."],
  ["The sofa has a hole and the legs are missing.", "Torn cloth, and parts are lacking on our new couch."],
  ["We waited ninety minutes for the food and it came cold.", "Slow kitchen, lukewarm dinner."],
  ["I booked a sea view and got a room to the yard.", "We looked at a wall instead of the beach."],
  ["五月的账单不对，多收了我四十元。", "上个月费用算错了，贵了四十块。"],
  ["快递到现在还没到，说好星期五送达的。", "包裹怎么还不来，早过了约定的日子。"],
  ["十月的会员费重复扣了两次。", "同一笔订阅你们收了双份钱。"],
  ["洗衣机门口一直漏水。", "每次洗衣服地上都是一大滩。"],
  ["一打开支付页面，软件就闪退。", "手机上付不了款，程序自己关掉。"],
  ["暖气坏了一直没人回电话。", "屋里冻得不行，报修没有下文。"],
  ["酒店房间很脏，淋浴坏了。", "卫生间没法用，到处是灰。"],
  ["鞋子退回去三个星期了，退款没有到账。", "退货这么久，钱还没给我。"],
  ["尺码发错了，我订的是四十二码。", "小了好几号，不是我买的那双。"],
  ["从周一早上开始整条街都断网了。", "几天上不了网，没法在家办公。"],
  ["航班上行李丢了。", "我的箱子在转盘上一直没出现。"],
  ["昨天买的礼品卡用不了。", "你们的券刷不出来。"],
  ["不要再往我单位打电话催债。", "催收天天骚扰公司，请停止。"],
  ["门店拒绝维修咖啡机。", "保修期内不给修机器。"],
  ["登录不上了，重置密码的邮件收不到。", "进不去账号，也没有找回的链接。"],
  ["火车取消了，我只好打车。", "当晚停运，回家花了六十块车钱。"],
  ["六个杯子碎了两个。", "一套里有几只破了。"],
  ["银行无缘无故关了我的账户。", "存款取不出来，也不说原因。"],
  ["这次更新把我保存的地址全删了。", "升级以后通讯录没了。"],
  ["司机把快递扔在雨里，书全湿了。", "送货的丢在门外，东西都泡水了。"],
  ["电费账单上的读数太高了。", "我们不可能用这么多电。"],
  ["看牙的预约改了三次。", "你们老是换我就诊的日子。"],
  ["沙发左边有个洞，脚也少了两只。", "新家具破了，零件还不齐。"],
  ["等了九十分钟菜才上来，还是凉的。", "出餐太慢，吃的时候都不热了。"],
  ["订的是海景房，给了一间朝院子的。", "窗外是墙，看不到海。"]
]
