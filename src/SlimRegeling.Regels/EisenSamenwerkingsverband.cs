using System.Runtime.InteropServices;

namespace SlimRegeling.Regels;

/// <summary>The requirements on the parties of a partnership (article 2.1; 1 before 28 February 2025).</summary>
internal static class EisenSamenwerkingsverband
{
    public static Toets Mkb(Toetsregel regel, Geval geval)
    {
        var aantal = NietVerbondenMkb(geval.Plan.Deelnemers);
        var minimum = geval.Versie[Parameters.MinimumMkbInSamenwerkingsverband];
        return regel.Maak(aantal >= minimum, Waarde.Van("aantal", aantal), Waarde.Van("minimum", minimum));
    }

    /// <summary>Each party that calls itself an mkb-onderneming, with those linked to it.</summary>
    public static Toets Omvang(Toetsregel regel, Geval geval)
    {
        List<string>? teGroot = null;
        var onbekend = false;
        foreach (var deelnemer in geval.Plan.Deelnemers)
        {
            if (deelnemer.Soort != Partijsoort.MkbOnderneming)
                continue;
            if (deelnemer.Onderneming is null)
                onbekend = true;
            else if (Grootte.Bepaal(geval.Versie, deelnemer.Onderneming) == Grootteklasse.Groot)
                (teGroot ??= []).Add(deelnemer.KvkNummer);
        }
        return teGroot is not null ? regel.Maak(false, new Waarde("partijen", string.Join(", ", teGroot)))
            : onbekend ? regel.Maak(Toetsuitkomst.NietBeoordeeld)
            : regel.Maak(true);
    }

    public static Toets Aandeel(Toetsregel regel, Geval geval)
    {
        var geheel = 0m;
        Deelnemer? grootste = null;
        foreach (var deelnemer in geval.Plan.Deelnemers)
        {
            geheel += deelnemer.AandeelKosten;
            if (grootste is null || deelnemer.AandeelKosten > grootste.AandeelKosten)
                grootste = deelnemer;
        }
        if (geheel == 0m || grootste is null || geval.Versie.Zoek(Parameters.MaximumAandeelPartij) is not { } maximum)
            return regel.Maak(Toetsuitkomst.NietVanToepassing);
        return regel.Maak(
            grootste.AandeelKosten * 100m <= geheel * maximum,
            new Waarde("partij", grootste.KvkNummer),
            Waarde.Van("aandeel", grootste.AandeelKosten),
            Waarde.Van("kosten", geheel),
            Waarde.Van("maximum", maximum)
        );
    }

    public static bool HeeftBrancheorganisatie(Plan plan)
    {
        foreach (var deelnemer in plan.Deelnemers)
            if (deelnemer.Soort == Partijsoort.Brancheorganisatie)
                return true;
        return false;
    }

    /// <summary>How many mkb-ondernemingen there are that are not linked to each other: those linked in either direction, or through an
    /// enterprise that both are linked to, are one group and count once.</summary>
    internal static int NietVerbondenMkb(IReadOnlyList<Deelnemer> deelnemers)
    {
        var groepen = new Dictionary<string, string>(deelnemers.Count, StringComparer.Ordinal);
        foreach (var deelnemer in deelnemers)
        foreach (var ander in deelnemer.VerbondenMet)
            groepen[Groep(groepen, deelnemer.KvkNummer)] = Groep(groepen, ander);

        var geteld = new HashSet<string>(deelnemers.Count, StringComparer.Ordinal);
        foreach (var deelnemer in deelnemers)
            if (deelnemer.Soort == Partijsoort.MkbOnderneming)
                geteld.Add(Groep(groepen, deelnemer.KvkNummer));
        return geteld.Count;
    }

    /// <summary>The number that stands for the group; on the way every second step is shortened.</summary>
    private static string Groep(Dictionary<string, string> groepen, string kvkNummer)
    {
        while (true)
        {
            ref var boven = ref CollectionsMarshal.GetValueRefOrAddDefault(groepen, kvkNummer, out var bestaat);
            if (!bestaat)
                boven = kvkNummer;
            if (boven == kvkNummer)
                return kvkNummer;
            kvkNummer = boven = groepen[boven!];
        }
    }
}
