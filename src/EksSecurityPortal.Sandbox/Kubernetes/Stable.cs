using System.Buffers.Text;
using System.Text;

namespace EksSecurityPortal.Sandbox.Kubernetes;

/// <summary>Ids that look random and are the same in every run: uids, name suffixes, container ids, resource versions.</summary>
internal static class Stable
{
    /// <summary>The letters that Kubernetes makes random names of (no vowels, no look-alikes).</summary>
    private const string NameLetters = "bcdfghjklmnpqrstvwxz2456789";

    private const int SuffixLength = 5;
    private const uint SuffixCount = 14_348_907; // 27^5

    /// <summary>No multiple of 3, so that n * step modulo 27^5 visits every suffix once.</summary>
    private const uint SuffixStep = 7_368_787;

    public static ulong Hash(params ReadOnlySpan<string?> parts)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var part in parts)
        {
            foreach (var letter in part ?? "")
            {
                hash = (hash ^ letter) * 1_099_511_628_211UL;
            }

            hash = (hash ^ 0xFFFF) * 1_099_511_628_211UL;
        }

        return Mix(hash);
    }

    /// <summary>The splitmix64 finaliser.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E37_79B9_7F4A_7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return value ^ (value >> 31);
    }

    public static string Uid(ulong seed)
    {
        Span<byte> text = stackalloc byte[36];
        WriteUid(text, seed);
        return Encoding.ASCII.GetString(text);
    }

    /// <summary>Writes the 36 letters of a version 4 UUID.</summary>
    public static void WriteUid(Span<byte> target, ulong seed)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Mix(seed));
        BitConverter.TryWriteBytes(bytes[8..], Mix(~seed));
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        Utf8Formatter.TryFormat(new Guid(bytes), target, out _);
    }

    /// <summary>Writes 64 hex digits, as container ids have them.</summary>
    public static void WriteContainerId(Span<byte> target, ulong seed)
    {
        for (var part = 0; part < 4; part++)
        {
            Utf8Formatter.TryFormat(Mix(seed + (ulong)part), target[(part * 16)..], out _, new System.Buffers.StandardFormat('x', 16));
        }
    }

    /// <summary>The five letters that make the pods of one owner distinct; no two ordinals of a seed share them.</summary>
    public static string Suffix(ulong seed, int ordinal)
    {
        var rest = (uint)(((seed % SuffixCount) + ((ulong)ordinal * SuffixStep)) % SuffixCount);
        return string.Create(SuffixLength, rest, static (letters, value) =>
        {
            for (var index = 0; index < letters.Length; index++)
            {
                letters[index] = NameLetters[(int)(value % (uint)NameLetters.Length)];
                value /= (uint)NameLetters.Length;
            }
        });
    }

    /// <summary>A pod-template-hash.</summary>
    public static string TemplateHash(ulong seed) => Suffix(Mix(seed), 1) + Suffix(Mix(seed + 1), 2);

    /// <summary>A resourceVersion of an object; lists have higher ones.</summary>
    public static long ResourceVersion(ulong seed) => 1000 + (long)(Mix(seed + 7) % 900_000);
}
