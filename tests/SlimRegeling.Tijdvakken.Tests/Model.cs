namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// A window as simple as it can be: a list in memory, where one thing happens at a time until nothing more can. Moments are minutes.
/// </summary>
internal sealed class Model(Volgorde volgorde, Overschrijding overschrijding, bool getekend, decimal plafond)
{
    /// <summary>The minute at which a window closes.</summary>
    public const int Sluit = 20 * 24 * 60;

    private int _laatste;

    public Volgorde Volgorde => volgorde;

    public Overschrijding Overschrijding => overschrijding;

    /// <summary>Two people signed that who does not fit is refused.</summary>
    public bool MagWeigeren => overschrijding == Overschrijding.Overslaan && getekend;

    public List<Modelaanvraag> Aanvragen { get; } = [];

    public decimal Plafond { get; set; } = plafond;

    public int Grens { get; set; } = -1;

    public bool Geloot { get; private set; }

    public bool WachtlijstGesloten { get; private set; }

    public decimal Totaal => Aanvragen.Sum(a => a.Gereserveerd);

    public decimal Vrij => Plafond - Totaal;

    /// <summary>Someone waits for money, or for a place in the order.</summary>
    public bool Wacht => Aanvragen.Exists(a => a.Staat == "wacht" || a is { Staat: null, Plaats: not null });

    public string Stand() => string.Join(", ", Aanvragen.OrderBy(a => a.Rang ?? int.MaxValue).ThenBy(a => a.Zaak, StringComparer.Ordinal));

    public void AanvullingGevraagd(Modelaanvraag a, int op)
    {
        a.Aanvulling = op;
        if (a.Aangevuld is null)
        {
            VerliesPlaats(a);
        }
    }

    public void Aangevuld(Modelaanvraag a, decimal gevraagd, int op)
    {
        a.Aangevuld = op;
        a.Gevraagd = gevraagd;
        VerliesPlaats(a);
    }

    public static void Weg(Modelaanvraag a)
    {
        a.Weg = true;
        Verlies(a);
    }

    public void Beoordeeld(Modelaanvraag a, decimal bedrag)
    {
        a.Beoordeeld = bedrag;
        a.Gereserveerd = Math.Min(a.Gereserveerd, bedrag);
        if (a.Staat is "wacht" or "gereserveerd" && !WachtlijstGesloten)
        {
            a.Staat = a.Nodig > 0 ? "wacht" : "gereserveerd";
        }
    }

    public static void Verleend(Modelaanvraag a, decimal bedrag)
    {
        a.Gereserveerd = bedrag;
        a.Staat = "vastgelegd";
    }

    /// <summary>Doubles are out; the others that are complete are on the list, by receipt. They must be drawn when not all can have what they ask.</summary>
    public (List<string> Lijst, bool Loten) LegLijstVast()
    {
        foreach (var a in OpOntvangst().Where(a => !a.Weg && Dubbel(a, achteraf: true)))
        {
            a.Staat = "uitgesloten";
        }
        var mee = OpOntvangst().Where(a => a is { Staat: null, Plaats: not null }).ToList();
        List<string> lijst = [.. mee.Where(a => a.IsVolledig).Select(a => a.Zaak)];
        return (lijst, lijst.Count > 0 && mee.Sum(a => a.Doel) > Plafond);
    }

    /// <summary>The list as it was fixed, in the order that was drawn or of receipt.</summary>
    public void Rangschik(IReadOnlyList<string> zaken)
    {
        Geloot = true;
        foreach (var a in zaken.Select(Zoek))
        {
            a.Rang = ++_laatste;
            a.Staat = a is { Weg: false, IsVolledig: true } ? "wacht" : a.Staat;
        }
    }

    /// <summary>Those of one moment, as they were drawn.</summary>
    public void RangschikGelijken(IReadOnlyList<string> zaken)
    {
        foreach (var a in zaken.Select(Zoek))
        {
            a.Rang = ++_laatste;
            a.Staat = "wacht";
        }
    }

    /// <summary>
    /// The same list in another order, by order of a court; who joined again behind it stays there. Once nobody waits it takes no money away.
    /// </summary>
    public void Herrangschik(IReadOnlyList<string> zaken)
    {
        foreach (var (i, a) in zaken.Select(Zoek).Index())
        {
            a.Rang = a.Rang <= zaken.Count ? i + 1 : a.Rang;
        }
        foreach (var a in Aanvragen.Where(a => a.Staat is "wacht" or "gereserveerd" && !WachtlijstGesloten))
        {
            a.Staat = "wacht";
            a.Gereserveerd = 0;
        }
    }

    /// <summary>At rest: those of one moment, through whom the ceiling cuts; they wait for a draw, with all behind them.</summary>
    public IReadOnlyList<string> Gelijken =>
        volgorde == Volgorde.Binnenkomst && Nieuw() is { Count: > 0 } nieuw && Groep(nieuw) is var groep && !OmHetEven(groep)
            ? [.. groep.Select(a => a.Zaak)]
            : [];

    /// <summary>Why the ceiling cannot become this; null when it does.</summary>
    public string? Wijzig(decimal plafond)
    {
        var code =
            plafond <= 0 ? "onjuiste-invoer"
            : plafond > Plafond
                ? WachtlijstGesloten ? "wachtlijst-gesloten"
                    : null
            : plafond < Totaal ? "onder-reservering"
            : Wacht || Aanvragen.Exists(a => a is { Weg: false, Staat: null }) ? "aanvragen-wachten"
            : null;
        Plafond = code is null ? plafond : Plafond;
        return code;
    }

    /// <summary>Why this cannot go to the other window; null when it does.</summary>
    public string? Geef(Model naar, decimal bedrag, int minuut)
    {
        var code =
            naar.WachtlijstGesloten ? "wachtlijst-gesloten"
            : minuut < Sluit ? "tijdvak-open"
            : Grens < Sluit || (volgorde == Volgorde.Loting && !Geloot) || Wacht ? "aanvragen-wachten"
            : bedrag > Vrij ? "te-weinig-over"
            : null;
        if (code is null)
        {
            Plafond -= bedrag;
            naar.Plafond += bedrag;
        }
        return code;
    }

    /// <summary>Why the waiting list cannot be closed; null when it is: who waits is refused, who has a part keeps it.</summary>
    /// <param name="tot">All of up to then was said.</param>
    public string? SluitWachtlijst(int tot)
    {
        var code =
            WachtlijstGesloten ? "wachtlijst-gesloten"
            : volgorde == Volgorde.Loting && !Geloot ? "nog-niet-gerangschikt"
            : Gelijken.Count > 0 ? "loting-nodig"
            : Grens < tot || Grens < Sluit ? "nog-te-verdelen"
            : null;
        WachtlijstGesloten |= code is null;
        foreach (var a in Aanvragen.Where(a => code is null && a.Staat == "wacht"))
        {
            a.Staat = a.Gereserveerd > 0 ? "gereserveerd" : "ontoereikend";
        }
        return code;
    }

    public void Rust()
    {
        while (Stap()) { }
    }

    /// <summary>By arrival: the first of who is new that is one too many is left out.</summary>
    public bool SluitUit()
    {
        var dubbel =
            volgorde == Volgorde.Binnenkomst ? OpOntvangst().Intersect(Nieuw()).FirstOrDefault(a => Dubbel(a, achteraf: false)) : null;
        dubbel?.Staat = "uitgesloten";
        return dubbel is not null;
    }

    private bool Stap()
    {
        if (volgorde == Volgorde.Loting && !Geloot)
        {
            return false;
        }
        var vrij = Vrij;
        foreach (var a in Aanvragen.Where(a => a.Staat == "wacht").OrderBy(a => a.Rang))
        {
            if (a.Nodig <= vrij)
            {
                a.Gereserveerd += a.Nodig;
                a.Staat = "gereserveerd";
                return true;
            }
            if (WachtlijstGesloten || (MagWeigeren && a.Gereserveerd == 0))
            {
                a.Staat = "ontoereikend";
                return true;
            }
            if (overschrijding == Overschrijding.Overslaan)
            {
                continue;
            }
            if (overschrijding == Overschrijding.Gedeeltelijk && vrij > 0)
            {
                a.Gereserveerd += vrij;
                return true;
            }
            break;
        }
        return SluitUit() || Plaats();
    }

    private bool Plaats()
    {
        var nieuw = Nieuw();
        if (nieuw.Count == 0 || (volgorde == Volgorde.Binnenkomst && !OmHetEven(Groep(nieuw))))
        {
            return false;
        }
        nieuw[0].Rang = ++_laatste;
        nieuw[0].Staat = "wacht";
        return true;
    }

    /// <summary>Those whose place is certain and not given yet; in a drawn window only who comes behind the list.</summary>
    private List<Modelaanvraag> Nieuw() =>
        [
            .. Aanvragen
                .Where(a => a is { Staat: null, Plaats: not null } && a.Bekend <= Grens)
                .Where(a => volgorde == Volgorde.Binnenkomst || a.Onvolledig || a.Aangevuld is not null)
                .OrderBy(a => a.Plaats)
                .ThenBy(a => a.Zaak, StringComparer.Ordinal),
        ];

    private static List<Modelaanvraag> Groep(List<Modelaanvraag> nieuw) => [.. nieuw.TakeWhile(a => a.Plaats == nieuw[0].Plaats)];

    // Asked when nobody who waits can be given anything.
    private bool OmHetEven(List<Modelaanvraag> groep)
    {
        var gestopt = overschrijding != Overschrijding.Overslaan && Aanvragen.Exists(a => a.Staat == "wacht");
        return groep.Count == 1
            || (!gestopt && groep.Sum(a => a.Nodig) <= Vrij)
            || ((MagWeigeren || WachtlijstGesloten) && groep.TrueForAll(a => a.Nodig > Vrij));
    }

    /// <summary>One that came earlier is of the same group, by the links that were told up to its receipt or, <paramref name="achteraf"/>, by all.</summary>
    private bool Dubbel(Modelaanvraag a, bool achteraf)
    {
        var bekend = Aanvragen.FindAll(b => !b.Weg && (achteraf || !a.Voor(b)));
        HashSet<string> groep = [.. a.Ondernemingen];
        while (bekend.Find(b => groep.Overlaps(b.Ondernemingen) && !groep.IsSupersetOf(b.Ondernemingen)) is { } verder)
        {
            groep.UnionWith(verder.Ondernemingen);
        }
        return bekend.Exists(b => b.Staat != "uitgesloten" && b.Voor(a) && groep.Overlaps(b.Ondernemingen));
    }

    private IEnumerable<Modelaanvraag> OpOntvangst() => Aanvragen.OrderBy(a => a.Op).ThenBy(a => a.Zaak, StringComparer.Ordinal);

    private Modelaanvraag Zoek(string zaak) => Aanvragen.Single(a => a.Zaak == zaak);

    /// <summary>Once nobody waits a place is not lost: nobody could take it.</summary>
    private void VerliesPlaats(Modelaanvraag a)
    {
        if (!WachtlijstGesloten)
        {
            Verlies(a);
        }
    }

    private static void Verlies(Modelaanvraag a)
    {
        if (a.Staat is "wacht" or "gereserveerd")
        {
            a.Staat = null;
            a.Gereserveerd = 0;
        }
    }
}
