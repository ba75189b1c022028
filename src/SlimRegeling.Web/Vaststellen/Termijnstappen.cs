using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Vaststellen;

/// <summary>What an employee can note of a settlement that was asked for and is late.</summary>
internal static class Termijnstappen
{
    public const string Ingebreke = "ingebrekestelling";
    public const string Verval = "ingebrekeverval";
    public const string Vertraging = "vertraging";

    /// <summary>For who assesses: as soon as it is clear, so also before the term is over.</summary>
    public static IEnumerable<Stapvorm> Melden(Vaststelbeeld beeld, Declaratiebeeld gedeclareerd)
    {
        if (gedeclareerd.IngediendOp is not null && beeld.Besluit is null)
        {
            yield return new(
                Vertraging,
                "Melden dat de vaststelling later komt",
                "Meld het aan de ontvanger",
                Vaststelstappen.Pad(beeld, "vertraging"),
                [
                    new(
                        "verwachtOp",
                        "Op welke dag is het besluit er uiterlijk?",
                        Veldvorm.Dag,
                        "Zo kort mogelijk na de termijn. Bijvoorbeeld 3-9-2026."
                    ),
                ]
            )
            {
                Uitleg =
                    "Lukt het niet om op tijd te beslissen? Laat het de ontvanger weten zodra dat duidelijk is (artikel 4:14, eerste lid, Awb). De ontvanger krijgt een brief. De termijn zelf verandert niet.",
            };
        }
    }

    /// <summary>Also when it was settled too late, as the letter may have lain unopened.</summary>
    public static IEnumerable<Stapvorm> Van(Vaststelbeeld beeld, Declaratiebeeld gedeclareerd, DateOnly vandaag)
    {
        if (beeld.Dwangsom is not null)
        {
            yield return Ingebrekevorm.Vervallen(
                Verval,
                Vaststelstappen.Pad(beeld, "ingebrekestelling/vervallenverklaring"),
                "zij hoort bij een andere zaak, of de ontvanger trok haar in."
            );
        }
        else if (gedeclareerd.IngediendOp is not null && (beeld.Besluit?.TeLaat ?? beeld.VaststellenUiterlijk < vandaag))
        {
            yield return Ingebrekevorm.Noteren(
                Ingebreke,
                Vaststelstappen.Pad(beeld, "ingebrekestelling"),
                "De ontvanger vraagt in een brief om alsnog vast te stellen. Twee weken na de ontvangst begint een dwangsom te lopen (artikel 4:17 Awb)."
            );
        }
    }
}
