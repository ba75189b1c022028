using System.Globalization;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>What the Handelsregister fills in, marks and warns of, in the fields of one enterprise. It never overwrites what a person typed.</summary>
/// <param name="pad">Where the fields of the enterprise stand; empty when they are the form.</param>
public sealed class Registerhulp(Registerbeeld beeld, Veld formulier, Invulling invulling, string pad, Teksten t)
{
    private IEnumerable<(string Pad, string Waarde)> Velden
    {
        get
        {
            yield return (Pad.Bij(pad, "naam"), beeld.Naam);
            yield return (Pad.Bij(pad, "sbiCodes"), beeld.Sbi);
            if (beeld.Adres is { } adres)
            {
                yield return (Pad.Bij(pad, "straat"), adres.Straat);
                yield return (Pad.Bij(pad, "postcode"), adres.Postcode);
                yield return (Pad.Bij(pad, "plaats"), adres.Plaats);
            }
        }
    }

    /// <summary>Fills the fields that are empty, or still hold what the register said of another number.</summary>
    /// <param name="merk">What was filled in and marked before, by the place of the field.</param>
    public IReadOnlyList<Verschil> Vul(Func<string, string?>? merk = null)
    {
        var gevuld = new List<Verschil>();
        foreach (var (veld, waarde) in Bestaande)
        {
            var nu = invulling[veld];
            if (waarde.Length > 0 && nu != waarde && (nu.Length == 0 || nu == merk?.Invoke(veld)))
            {
                invulling.Zet(veld, waarde);
                gevuld.Add(new(veld, waarde, nu));
            }
        }
        return gevuld;
    }

    /// <summary>Marks what stands there as the register has it.</summary>
    public void Merk()
    {
        foreach (var (pad, waarde) in Bestaande)
        {
            var veld = formulier.Zoek(pad)!;
            if (waarde.Length > 0 && Schrijfwijze.Eender(veld, invulling[pad]) == Schrijfwijze.Eender(veld, waarde))
            {
                invulling.Merk(
                    pad,
                    veld.Soort == Veldsoort.Teksten && beeld.SbiVersies.Count > 0
                        ? t[
                            "Ingevuld uit het Handelsregister (SBI {0}). Klopt het niet, wijzig het hier en bij de KVK.",
                            string.Join(", ", beeld.SbiVersies)
                        ]
                        : t["Ingevuld uit het Handelsregister. Klopt het niet, wijzig het hier en bij de KVK."]
                );
            }
        }
    }

    /// <summary>Warns of what does not agree with the register; it refuses nothing, because the register counts heads and can be behind.</summary>
    public void Waarschuw()
    {
        if (beeld.UitgeschrevenOp is { } dag)
        {
            LetOp(
                formulier.Zoek(Pad.Bij(pad, "naam")) is null ? pad : Pad.Bij(pad, "naam"),
                t[
                    "Volgens het Handelsregister is deze onderneming op {0} uitgeschreven. Klopt dat niet, neem dan contact op met de KVK.",
                    t.Dag(dag)
                ]
            );
        }
        var personen = Pad.Bij(pad, "werkzamePersonen");
        if (beeld.Personen is { } geteld && Getal(personen) is { } fte && Klasse(geteld) != Klasse(fte))
        {
            LetOp(
                personen,
                t[
                    "In het Handelsregister staan {0} werkzame personen. Dat wijst op een andere omvang dan u invulde. Kijk uw aantal na: hier telt het in fte.",
                    geteld
                ],
                $"artikel {beeld.Grenzen.Artikel}"
            );
        }
        var sbi = Pad.Bij(pad, "sbiCodes");
        if (
            beeld.Codes.Count > 0
            && invulling[sbi].Split(',')[0].Replace(".", "", StringComparison.Ordinal).Trim() is { Length: > 0 } hoofd
        )
        {
            if (!beeld.Codes.Contains(hoofd))
            {
                LetOp(
                    sbi,
                    t[
                        "SBI-code {0} staat niet bij u in het Handelsregister. Daar staat {1}. Kijk na wat uw hoofdactiviteit is.",
                        hoofd,
                        beeld.Sbi
                    ]
                );
            }
        }
    }

    private IEnumerable<(string Pad, string Waarde)> Bestaande => Velden.Where(v => formulier.Zoek(v.Pad) is { IsEnkel: true });

    private void LetOp(string plaats, string uitleg, string? artikel = null)
    {
        if (formulier.Zoek(plaats) is not null)
        {
            invulling.LetOp(plaats, uitleg, artikel, vertaald: true);
        }
    }

    private decimal? Getal(string plaats) =>
        formulier.Zoek(plaats) is { } veld && Schrijfwijze.Lees(veld, invulling[plaats]).Json is { } json
            ? decimal.Parse(json.ToString(), CultureInfo.InvariantCulture)
            : null;

    private int Klasse(decimal personen) =>
        personen < beeld.Grenzen.Klein ? 0
        : personen < beeld.Grenzen.Mkb ? 1
        : 2;
}
