namespace SlimRegeling.Regels;

/// <summary>The requirements on the parties of a partnership (article 2.1; 1 before 28 February 2025).</summary>
internal static class EisenSamenwerkingsverband
{
    public static Toets Mkb(Toetsregel regel, in Geval geval)
    {
        var aantal = NietVerbondenMkb(geval.Plan.Deelnemers);
        var minimum = geval.Versie[Parameters.MinimumMkbInSamenwerkingsverband];
        return regel.Maak(aantal >= minimum, Waarde.Van("aantal", aantal), Waarde.Van("minimum", minimum));
    }

    /// <summary>Each party that calls itself an mkb-onderneming, with those linked to it.</summary>
    public static Toets Omvang(Toetsregel regel, in Geval geval)
    {
        List<string>? teGroot = null;
        var onbekend = false;
        for (var i = 0; i < geval.Plan.Deelnemers.Count; i++)
        {
            var deelnemer = geval.Plan.Deelnemers[i];
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

    public static Toets Aandeel(Toetsregel regel, in Geval geval)
    {
        var geheel = 0m;
        Deelnemer? grootste = null;
        for (var i = 0; i < geval.Plan.Deelnemers.Count; i++)
        {
            var deelnemer = geval.Plan.Deelnemers[i];
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
        for (var i = 0; i < plan.Deelnemers.Count; i++)
            if (plan.Deelnemers[i].Soort == Partijsoort.Brancheorganisatie)
                return true;
        return false;
    }

    /// <summary>How many mkb-ondernemingen there are that are not linked to each other: those linked in either direction, or through an
    /// enterprise that both are linked to, are one group and count once.</summary>
    private static int NietVerbondenMkb(IReadOnlyList<Deelnemer> deelnemers)
    {
        var nummers = Nummers(deelnemers);
        // At the place of each number that of another of its group; its own for the one that stands for the group.
        var groepen = new int[nummers.Length];
        for (var i = 0; i < groepen.Length; i++)
            groepen[i] = i;
        for (var i = 0; i < deelnemers.Count; i++)
        for (var j = 0; j < deelnemers[i].VerbondenMet.Count; j++)
            groepen[Groep(groepen, Plaats(nummers, deelnemers[i].KvkNummer))] = Groep(
                groepen,
                Plaats(nummers, deelnemers[i].VerbondenMet[j])
            );

        var geteld = new bool[nummers.Length];
        var aantal = 0;
        for (var i = 0; i < deelnemers.Count; i++)
        {
            if (deelnemers[i].Soort != Partijsoort.MkbOnderneming)
                continue;
            ref var alGeteld = ref geteld[Groep(groepen, Plaats(nummers, deelnemers[i].KvkNummer))];
            if (!alGeteld)
                aantal++;
            alGeteld = true;
        }
        return aantal;
    }

    /// <summary>All numbers, of the parties and of those they are linked to, in order; one may be there twice.</summary>
    private static string[] Nummers(IReadOnlyList<Deelnemer> deelnemers)
    {
        var aantal = deelnemers.Count;
        for (var i = 0; i < deelnemers.Count; i++)
            aantal += deelnemers[i].VerbondenMet.Count;
        var nummers = new string[aantal];
        var plaats = 0;
        for (var i = 0; i < deelnemers.Count; i++)
        {
            nummers[plaats++] = deelnemers[i].KvkNummer;
            for (var j = 0; j < deelnemers[i].VerbondenMet.Count; j++)
                nummers[plaats++] = deelnemers[i].VerbondenMet[j];
        }
        Array.Sort(nummers, StringComparer.Ordinal);
        return nummers;
    }

    /// <summary>Of a number that is there twice always the same place.</summary>
    private static int Plaats(string[] nummers, string nummer) => Array.BinarySearch(nummers, nummer, StringComparer.Ordinal);

    /// <summary>The place that stands for the group; on the way each step is made shorter.</summary>
    private static int Groep(int[] groepen, int plaats)
    {
        while (groepen[plaats] != plaats)
            plaats = groepen[plaats] = groepen[groepen[plaats]];
        return plaats;
    }
}
