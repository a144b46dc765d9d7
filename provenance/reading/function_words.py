"""The commonest function words of languages in Latin script, and the ranges of other scripts.

The lists are our own: articles, pronouns, prepositions, conjunctions, auxiliaries. A word may stand in several.
"""

ENGLISH_WORDS = """the of and to in a is that for on was with as he it by at from his be are this have has had not but they
    which were said an or she who their will would been its about there we you more if when one can also all than what
    after her up out over into him some could other no so them no because while before any these those how our my your"""

OTHER_WORDS = {
    "German": """der die das und ist nicht ein eine einen einem einer des dem den zu mit auf für von sich auch es im als an
        aus bei nach wie wird werden hat haben sind noch nur oder aber über um vor war wurde sie er ich wir dass zum zur""",
    "French": """le la les de des du et est un une en dans que qui il elle pour pas sur au aux par plus ce cette avec ne se
        son sa ses été sont ont mais ou nous vous leur leurs être avoir fait comme l d qu selon""",
    "Spanish": """el la los las de del y en que es un una por con para no se su sus al lo como más pero fue ha este esta
        son entre cuando muy sin sobre también hasta hay donde desde todo según han ser""",
    "Italian": """il lo la i gli le di del della dei delle e che è un una in per con non si da al alla sono ha più come ma
        anche nel nella dal dalla suo sua loro questo questa stato essere l dell all ha hanno""",
    "Portuguese": """o a os as de do da dos das e que é um uma em no na nos nas por para com não se ao à mais como mas foi
        ele ela seu sua ou ser quando muito também já está pelo pela são até isso entre depois""",
    "Galician": """o a os as de do da dos das e que é un unha en no na nos nas por para con non se ao á máis como pero foi
        seu súa ou ser cando moito tamén xa está polo pola son ata""",
    "Catalan": """el la els les de del dels i que és un una en per amb no es al als més com però va ha aquest aquesta són
        entre quan molt sense sobre també fins hi on des seva seu d l han ser""",
    "Dutch": """de het een en van in is dat op te zijn met voor niet die aan er om ook als maar bij door over hij ze uit
        naar wordt werd heeft hebben nog wel dan was worden deze dit zich tot kan geen meer""",
    "Afrikaans": """die van en het in is nie n te dat wat om op met vir aan sy hulle hy was word sal ook as by maar na
        deur uit een hierdie kan moet""",
    "Swedish": """och att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när
        ska eller efter under också vid hade blev denna mot enligt""",
    "Danish": """og at det som en på er af for med til den har de ikke om et han men var jeg sig fra vi så kan når skal
        eller efter under også ved havde blev denne mod ifølge der""",
    "Norwegian": """og at det som en på er av for med til den har de ikke om et han men var jeg seg fra vi så kan når skal
        eller etter under også ved hadde ble denne mot ifølge der""",
    "Icelandic": "og að í er á sem um til við það ekki með af en var hann hún ég þess þetta fyrir hafa hefur eru verið",
    "Finnish": "ja on ei että se hän oli ovat mutta myös kun joka mukaan sen tai niin kuin ole hänen jotka vain ovat olisi",
    "Estonian": "ja on ei et ta see oli mis ka kui oma aga ning või seda ning selle mida nad pole veel välja",
    "Hungarian": "a az és hogy nem is egy volt meg de már csak azt ez ha vagy mint el még szerint ki után lesz voltak",
    "Polish": """w i na z że do nie się to jest o jak po od za dla przez oraz są był była ale tym jego który która które
        ma także już tylko co przy może ich""",
    "Czech": """a v se na je že s z do to o i ve pro za by jako po jsou ale k jeho byl byla bylo které který podle už
        také od nebo jen při""",
    "Slovak": """a v sa na je že s z do to o aj vo pre za by ako po sú ale k jeho bol bola bolo ktoré ktorý podľa už
        tiež od alebo len pri""",
    "Slovenian": "in je v na se da za so ki pa z ne po bi tudi kot od s iz pri ali bo še ni do njegov več med",
    "Croatian": "i je u na se da su za od s ne koji koja koje o po iz kao što ali bi ili to nije biti prema kako će sa",
    "Romanian": """și de în a la cu că nu pe o un să din care este pentru mai au fost prin sau dar după dintre sunt cele
        lui între ce ale al ca""",
    "Albanian": "të e në i për me se një që është nga dhe ka nuk më si u do janë por kjo ky ishte pas mbi",
    "Lithuanian": "ir kad į iš su yra bet ne tai kaip jis buvo dėl po nuo ar už apie tik jų savo prie per",
    "Latvian": "un ir ka par ar no uz kas arī bet nav lai pēc tika gan vai kā tā bija pie to šo viņš līdz",
    "Turkish": """ve bir bu da de için ile olarak daha olan gibi en ne çok kadar sonra var ise o ama değil oldu olduğu
        dedi göre ancak""",
    "Azerbaijani": "və bir bu da də üçün ilə olan olaraq daha kimi o ki sonra isə çox edib onun deyib qədər",
    "Uzbek": "va bu bilan uchun bir ham da u deb bo'lgan edi esa keyin lekin qilgan kerak ning",
    "Indonesian": """yang dan di dengan untuk dari pada ini itu dalam tidak akan ke adalah oleh juga telah bahwa mereka
        kami kita saat ia dia atau karena sudah tersebut menjadi""",
    "Malay": "yang dan di dengan untuk dari pada ini itu dalam tidak akan ke ialah oleh juga telah bahawa mereka kerana beliau berkata",
    "Tagalog": "ang ng sa na mga at ay si ni para hindi ito kay nang niya siya ko mo kung dahil ayon may pa rin",
    "Vietnamese": "và của là có được cho không một trong các đã với người này những để khi ông từ về tại theo đến ra",
    "Swahili": "ya na wa kwa ni katika la za kuwa cha hiyo huyo alisema baada kama pia hata lakini watu yake hii vya",
    "Somali": "oo ka ku iyo in u la ee ay waa uu soo ayaa kale waxaa si sheegay ayuu",
    "Hausa": "da a ya na ta ce cikin ba wannan domin sun ake kan wani amma yi shi don",
    "Irish": "an na agus ar go is i a le do tá ní bhí sé ag sa mar de ó seo sin",
    "Welsh": "y yr a i o yn ar mae ei am wedi gan bod ac fod eu oedd hynny ond cael",
    "Latin": "et in est non ad cum ut quod qui sed ex de si per esse atque ab sunt eius aut etiam",
    "Basque": "eta da ez bat du dira dute zuen izan zen egin ere baina dio hau beste duen arabera",
    "Haitian": "nan yo pou ak ki li se yon te sou pa la gen nou sa men epi pral",
}

SCRIPTS = {
    "Japanese": "\u3040-\u30ff",
    "Korean": "\uac00-\ud7af\u1100-\u11ff",
    "Chinese": "\u4e00-\u9fff\u3400-\u4dbf",
    "Russian": "\u0400-\u052f",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Hebrew": "\u0590-\u05ff",
    "Hindi": "\u0900-\u097f",
    "Bengali": "\u0980-\u09ff",
    "Punjabi": "\u0a00-\u0a7f",
    "Gujarati": "\u0a80-\u0aff",
    "Tamil": "\u0b80-\u0bff",
    "Telugu": "\u0c00-\u0c7f",
    "Kannada": "\u0c80-\u0cff",
    "Malayalam": "\u0d00-\u0d7f",
    "Sinhala": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Burmese": "\u1000-\u109f",
    "Georgian": "\u10a0-\u10ff",
    "Armenian": "\u0530-\u058f",
    "Amharic": "\u1200-\u137f",
    "Khmer": "\u1780-\u17ff",
}
"""The range of each script by the language most often written in it."""

SCRIPT_LETTERS = {
    "Russian": (
        ("Belarusian", "\u045e\u040e"),
        ("Ukrainian", "\u0456\u0457\u0454\u0491\u0406\u0407\u0404\u0490"),
        ("Serbian", "\u0458\u045b\u0452\u045f\u0459\u045a\u0408\u040b\u0402\u040f\u0409\u040a"),
    ),
    "Arabic": (("Urdu", "\u0679\u0688\u0691\u06d2\u06ba"), ("Persian", "\u067e\u0686\u0698\u06af")),
}
"""Letters that tell another language of the same script apart, first match wins."""
